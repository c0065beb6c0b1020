import Foundation
import Journal
import Testing

@testable import Service

@Suite("callbacks of a project that is not configured yet", .timeLimit(.minutes(1)))
struct QuarantineReplayTests {
  @Test("they are acknowledged and quarantined; a reload that configures the project answers them, once")
  func replay() async throws {
    let now = Int(Date().timeIntervalSince1970)
    @Sendable func message(_ id: String, _ text: String, from sender: String) -> String {
      Samples.message(id: id, text: text, project: "17", sender: sender, timestamp: now)
    }
    let log = RecordedLog()
    let counts = try await DaemonBench.run(log: log) { bench in
      let callbacks = [
        message("a", "halo", from: "628111111111"), message("b", "apa", from: "628111111111"),
        message("c", "halo", from: "628222222222"),
      ]
      for callback in callbacks + [callbacks[0]] {
        #expect(try await bench.post(callback) == (200, #"{"status":"000"}"#))
      }
      // Still nobody's project, after a reload as well.
      #expect(
        try await bench.post(message("d", "halo", from: "628333333333").replacing("17", with: "18")).status
          == 200)
      #expect(await bench.daemon.reload().succeeded)
      #expect(
        try await bench.monitor("/metrics").body.contains(#"balas_callbacks_total{kind="quarantined"} 5"#))
      #expect(bench.provider.messages.isEmpty)

      try bench.configure(projects: ["16", "17"])
      let report = await bench.daemon.reload()
      #expect(report.succeeded, "\(report.text)")
      while bench.provider.messages.count < 3 { await Task.yield() }
      #expect(await bench.daemon.reload().succeeded)
      let replies = Dictionary(grouping: bench.provider.messages, by: \.number).mapValues { $0.map(\.text) }
      #expect(replies == ["628111111111": ["Halo!", "Maaf."], "628222222222": ["Halo!"]])
    }
    #expect(counts.inbox == ["done": 3])
    #expect(counts.outbox == ["sent": 3])
    #expect(counts.quarantine == 1)
    #expect(log.text.contains("4 quarantined callbacks were taken up again"), "\(log.text)")
  }
}
