import CoreMetrics
import Foundation
import Testing

@testable import Service

@Suite("what monitoring reads", .timeLimit(.minutes(1)))
struct ExpositionTests {
  @Test("whatever is measured, the text is Prometheus'")
  func strange() throws {
    let registry = PrometheusRegistry()
    let help = "A \"quoted\" C:\\new\nline\r\nend"
    registry.describe("9 lives", help)
    let value = "a\"b\\n,c}\r\nd\u{301} €"
    for label in ["9 lives", "größe.total"] {
      Counter(label: label, dimensions: [("1st", value), ("le-vel", "")], factory: registry).increment(by: 3)
    }
    for (index, number) in [0, -1.5, 1e-7, 1e300, .infinity, -.infinity, .nan].enumerated() {
      Meter(label: "gauge", dimensions: [("n", "\(index)")], factory: registry).set(number)
    }
    for name in ["a", "b"] {
      let timer = CoreMetrics.Timer(label: "time_seconds", dimensions: [("of", name)], factory: registry)
      for milliseconds in [0, 1, 2, 80, 700, 5_000, 100_000] { timer.recordMilliseconds(milliseconds) }
    }
    let text = try Exposition(registry.text())
    let lives = try #require(text["_9_lives"])
    #expect(lives.help.map { Array($0.unicodeScalars) } == Array(help.unicodeScalars))
    #expect(
      lives.samples.first?.labels["_1st"].map { Array($0.unicodeScalars) } == Array(value.unicodeScalars))
    #expect(lives.samples.first?.value == 3)
    #expect(text["gr__e_total"]?.type == "counter")
    #expect(text["gauge"]?.samples.count == 7)
    let times = try #require(text["time_seconds"])
    #expect(times.type == "histogram")
    #expect(times.samples.filter { $0.name == "time_seconds_count" }.map(\.value) == [7, 7])
  }

  @Test("the daemon's own numbers are Prometheus' text, each with its help, and count what happened")
  func daemon() async throws {
    let now = Int(Date().timeIntervalSince1970)
    try await DaemonBench.run { bench in
      for id in ["a", "b", "a"] {
        _ = try await bench.post(
          Samples.message(id: id, sender: "62898922947\(id == "a" ? 1 : 2)", timestamp: now))
      }
      _ = try await bench.post("nonsense")
      while bench.provider.messages.count < 2 { await Task.yield() }
      var text = try Exposition(await bench.monitor("/metrics").body)
      func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        text.families.flatMap(\.samples).first { $0.name == name && $0.labels == labels }?.value
      }
      while value("balas_waiting_messages") != 0 || value("balas_sends_total", ["outcome": "accepted"]) != 2 {
        text = try Exposition(await bench.monitor("/metrics").body)
      }
      for family in text.families {
        #expect(family.help?.hasSuffix(".") == true, "\(family.name)")
        #expect(family.name.hasPrefix("balas_"))
        #expect((family.type == "counter") == family.name.hasSuffix("_total"), "\(family.name)")
        #expect((family.type == "histogram") == family.name.hasSuffix("_seconds"), "\(family.name)")
      }
      #expect(value("balas_callbacks_total", ["kind": "message"]) == 2)
      #expect(value("balas_callbacks_total", ["kind": "duplicate"]) == 1)
      #expect(value("balas_callbacks_total", ["kind": "quarantined"]) == 1)
      #expect(value("balas_callback_seconds_count") == 4)
      #expect(value("balas_turns_total") == 2)
      #expect(value("balas_send_seconds_count") == 2)
      #expect(value("balas_bots_current") == 1)
    }
  }
}
