// swift-tools-version:6.1
import PackageDescription

let package = Package(
  name: "balas",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "balas", targets: ["balas"])
  ],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-atomics.git", from: "1.3.0"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
  ],
  targets: [
    // The heart: a compiled bot, matching, one turn. No I/O, no clock, no random.
    .target(name: "Dialogue", exclude: ["README.md"]),
    .target(
      name: "StrictYAML",
      dependencies: [.product(name: "Yams", package: "Yams")]),
    .target(
      name: "ScenarioFile",
      dependencies: ["Dialogue", "StrictYAML", .product(name: "Crypto", package: "swift-crypto")]),
    .target(
      name: "Rehearsal", dependencies: ["Dialogue", "ScenarioFile", "StrictYAML"], exclude: ["README.md"]),
    .target(
      name: "Journal",
      dependencies: [
        "Dialogue",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "Gateway", dependencies: ["Dialogue"]),
    .target(name: "CSV"),
    .target(
      name: "Wappin",
      dependencies: [
        "Gateway",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["README.md"]),
    .target(
      name: "Outcall",
      dependencies: [
        "Dialogue",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      exclude: ["README.md"]),
    .target(
      name: "Service",
      dependencies: [
        "Dialogue", "StrictYAML", "ScenarioFile", "Journal", "Gateway", "Wappin", "Outcall", "CSV",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Collections", package: "swift-collections"),
        .product(name: "Atomics", package: "swift-atomics"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOExtras", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
      ]),
    .target(
      name: "Sandbox",
      dependencies: [
        "StrictYAML", "Outcall",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "DequeModule", package: "swift-collections"),
      ],
      exclude: ["README.md", "Faults/README.md"],
      resources: [.embedInCode("Phone"), .embedInCode("TrafficPage"), .embedInCode("Example")]),
    .executableTarget(
      name: "balas",
      dependencies: [
        "Service", "Sandbox", "Rehearsal", "ScenarioFile", "Dialogue", "Journal", "Wappin", "StrictYAML",
        "CSV", "Gateway",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      resources: [.embedInCode("Starter/Starters")]),

    // What the proofs are made of: load, a stand-in for the provider, and the checker of both against the journal.
    .target(
      name: "Ledger",
      dependencies: [
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOFoundationCompat", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      path: "Tests/Ledger/Library"),
    .executableTarget(
      name: "ledger",
      dependencies: ["Ledger", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Tests/Ledger/Program"),

    // What tests of several rooms have in common.
    .target(
      name: "TestSupport",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      path: "Tests/TestSupport"),

    // What is true of any input, for fuzzing and for the test that replays what fuzzing kept.
    .target(
      name: "Fuzzing", dependencies: ["Dialogue", "ScenarioFile", "StrictYAML"], path: "Tests/Fuzzing/Library"
    ),

    .testTarget(
      name: "DialogueTests", dependencies: ["Dialogue", "ScenarioFile"], exclude: ["Goldens"]),
    .testTarget(name: "StrictYAMLTests", dependencies: ["StrictYAML"], exclude: ["Goldens"]),
    .testTarget(
      name: "ScenarioFileTests", dependencies: ["ScenarioFile", "Dialogue", "StrictYAML"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "RehearsalTests", dependencies: ["Rehearsal", "ScenarioFile", "Dialogue", "StrictYAML"],
      exclude: ["Goldens", "toko-melati"]),
    .testTarget(
      name: "JournalTests",
      dependencies: ["Journal", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "FuzzingTests", dependencies: ["Fuzzing", "ScenarioFile", "Dialogue"]),
    .testTarget(name: "GatewayTests", dependencies: ["Gateway", "Dialogue"]),
    .testTarget(name: "CSVTests", dependencies: ["CSV"]),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "Ledger", "Journal", "Dialogue", .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    .testTarget(
      name: "WappinTests",
      dependencies: [
        "Wappin", "Gateway", "Dialogue", "Outcall", "Sandbox", "TestSupport",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(name: "OutcallTests", dependencies: ["Outcall", "Dialogue", "TestSupport"]),
    .testTarget(
      name: "ServiceTests",
      dependencies: [
        "Service", "Sandbox", "ScenarioFile", "Journal", "Gateway", "Wappin", "Outcall", "Dialogue",
        "StrictYAML",
        "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
      ]),
    .testTarget(
      name: "SandboxTests",
      dependencies: [
        "Sandbox", "Outcall", "StrictYAML", "TestSupport",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      exclude: ["Conformance/protocol.txt", "World/Goldens"]),
    .testTarget(
      name: "balasTests",
      dependencies: [
        "balas", "Rehearsal", "Service", "Journal", "ScenarioFile", "Dialogue", "StrictYAML", "CSV",
        "Gateway",
      ],
      exclude: [
        "Beginners/Goldens", "Graph/Goldens", "Review/Goldens", "Rules/Goldens", "Schema/validate.py",
      ]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["balas", "Ledger", "TestSupport"],
      exclude: ["Bot", "Goldens", "Systemd"]),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings the `main` of these, so that they can be built only with `--sanitize=fuzzer`.
if Context.environment["FUZZ"] != nil {
  package.targets.first { $0.name == "Fuzzing" }?.swiftSettings = [.define("FUZZ")]
  for name in ["YAMLReader", "BotReader", "PatternCompiler", "Matcher"] {
    package.targets.append(
      .executableTarget(name: "Fuzz" + name, dependencies: ["Fuzzing"], path: "Tests/Fuzzing/" + name))
  }
}

let glibcBesideNIO: Set = ["Service", "Outcall", "TestSupport"]

for target in package.targets {
  var settings = target.swiftSettings ?? []
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
  settings.append(.enableUpcomingFeature("ExistentialAny"))
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
  // Not where Glibc and NIO meet: with a static standard library the C structures belong to NIO's own module,
  // which nobody can import.
  if !glibcBesideNIO.contains(target.name) {
    settings.append(.enableUpcomingFeature("MemberImportVisibility"))
  }
  target.swiftSettings = settings
}
