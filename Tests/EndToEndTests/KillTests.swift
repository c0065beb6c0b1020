import Foundation
import Ledger
import Testing

@Suite("Whatever ends the daemon, every accepted message has one end", .serialized)
struct KillTests {
  @Test("20 deaths by SIGKILL at random moments under load")
  func kills() async throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    let report = try await Proof.run(text: Self.someWithPictures) { proof in
      var random = SeededGenerator(seed: seed)
      for _ in 0..<20 {
        let daemon = try DaemonProcess(proof.premises)
        // Now and then it dies before it is ready.
        if Int.random(in: 0..<10, using: &random) > 0 {
          try await daemon.ready()
          try await proof.wait(forMore: Int.random(in: 0..<80, using: &random))
        }
        daemon.send(SIGKILL)
        #expect(await daemon.end() == SIGKILL)
      }
      let daemon = try DaemonProcess(proof.premises)
      try await daemon.ready()
      return daemon
    }
    print("seed \(seed): \(report)")
    #expect(report.acknowledged > 100, "seed \(seed)")
  }

  @Test("reloads under load, of good bots and broken ones")
  func reloads() async throws {
    let report = try await Proof.run(text: Self.someWithPictures) { proof in
      let daemon = try DaemonProcess(proof.premises)
      try await daemon.ready()
      for version in 1...12 {
        let isBroken = version.isMultiple(of: 3)
        try proof.premises.write(version: "-v\(version)", isBroken: isBroken)
        daemon.send(SIGHUP)
        try await daemon.ready()
        let inForce = isBroken ? version - 1 : version
        let start = proof.provider.lines.count
        try await proof.wait(for: "an answer of version \(inForce)") {
          proof.provider.lines.dropFirst(start).contains { $0.content.hasPrefix("jawab-v\(inForce) ") }
        }
      }
      #expect(!proof.provider.lines.contains { $0.content.hasPrefix("jawab-v3 ") })
      return daemon
    }
    print(report)
    #expect(report.lostAnswers == 0)
  }

  @Test("answers of the provider that get lost")
  func lostAnswers() async throws {
    let report = try await Proof.run(fate: { $0 % 15 == 14 ? .lose : .accept }) { proof in
      let daemon = try DaemonProcess(proof.premises)
      try await daemon.ready()
      try await proof.wait(for: "200 messages at the provider") { proof.provider.lines.count >= 200 }
      return daemon
    }
    print(report)
    #expect(report.receivedTwice > 0)
  }

  @Test("death at each of the first 40 times the journal is synced")
  func deathAtSync() async throws {
    let strace = "/usr/bin/strace"
    try #require(access(strace, X_OK) == 0, "\(strace) is missing: apt-get install strace")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (place, k) in (1...40).enumerated() {
        if place >= 2 { try await group.next() }
        group.addTask { try await dieAtSync(k, strace) }
      }
      try await group.waitForAll()
    }
  }

  private func dieAtSync(_ k: Int, _ strace: String) async throws {
    let report = try await Proof.run(contacts: 3) { proof in
      // The journal syncs on one thread alone, and strace counts by thread: the k-th is the k-th of all.
      let doomed = try DaemonProcess(
        proof.premises,
        wrapper: [
          "/usr/bin/timeout", "60", strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e",
          "inject=fdatasync:signal=SIGKILL:when=\(k)",
        ])
      #expect(await doomed.end() == SIGKILL, "sync \(k): \(proof.premises.logText)")
      let daemon = try DaemonProcess(proof.premises)
      try await daemon.ready()
      return daemon
    }
    #expect(report.violations.isEmpty, "death at sync \(k)")
  }

  /// Every tenth message asks for a picture and a text after it.
  @Sendable private static func someWithPictures(_ id: String) -> String {
    (id.hasSuffix("7") ? "gambar " : "tanya ") + id
  }
}
