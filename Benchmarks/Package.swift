// swift-tools-version:6.1
import PackageDescription

// A package of its own, so that nobody who builds balas builds it.
let package = Package(
  name: "balas-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
  ],
  targets: [
    // What the libraries do without balas: the measure of what balas adds.
    .executableTarget(
      name: "bare",
      dependencies: [
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    // Runs daemon, load generator and provider, and prints the table.
    .executableTarget(
      name: "throughput",
      dependencies: [
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    // balas' own rooms, which are open to their own package alone: links to ../Sources.
    .target(name: "Dialogue", exclude: ["README.md"]),
    .target(name: "StrictYAML", dependencies: [.product(name: "Yams", package: "Yams")]),
    .target(
      name: "ScenarioFile",
      dependencies: ["Dialogue", "StrictYAML", .product(name: "Crypto", package: "swift-crypto")]),
    // How long the slowest message takes to match.
    .executableTarget(
      name: "matching",
      dependencies: [
        "Dialogue", "ScenarioFile", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
