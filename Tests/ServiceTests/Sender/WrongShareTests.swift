import Gateway
import Logging
import StrictYAML
import Testing

@testable import Service

@Suite("messages refused as wrong", .timeLimit(.minutes(1)))
struct WrongShareTests {
  private static let wrong = SendResult(.permanent, code: "400", detail: "Refused.")

  /// The alarms of these ends, with the place of each.
  private func alarms(_ results: [SendResult]) -> [String] {
    var share = WrongShare()
    return results.enumerated().compactMap { index, result in
      share.ended(result).map { "\(index): \($0.count) of \($0.total)" }
    }
  }

  private func ends(_ good: Int, _ bad: Int) -> [SendResult] {
    Array(repeating: .sample(.accepted), count: good) + Array(repeating: Self.wrong, count: bad)
  }

  @Test("one of a hundred is no alarm, more is one, once")
  func once() {
    #expect(alarms(ends(99, 1)) == [])
    #expect(alarms(ends(99, 2)) == ["100: 2 of 101"])
    #expect(alarms(ends(150, 90)) == ["151: 2 of 152"])
    #expect(alarms(ends(0, 250)) == ["99: 100 of 100"])
  }

  @Test("fewer than a hundred say nothing")
  func few() { #expect(alarms(ends(0, 99)) == []) }

  @Test("after it fell, the share may alarm again; only the last two hundred count")
  func again() {
    #expect(alarms(ends(198, 3) + ends(197, 0) + ends(0, 1)) == ["200: 3 of 200"])
    #expect(alarms(ends(198, 3) + ends(199, 3)) == ["200: 3 of 200", "402: 3 of 200"])
  }

  @Test("other refusals are not wrong messages, and what the provider did not decide does not count")
  func others() {
    let refused = [
      SendResult(.permanent, code: "605", detail: ""), .sample(.unreachable), .sample(.rejected),
    ]
    #expect(alarms(Array(repeating: refused, count: 100).flatMap(\.self)) == [])
    let unclear = [SendResult.sample(.notSent), .sample(.ambiguous), .sample(.throttled), .sample(.config)]
    #expect(alarms(Array(repeating: unclear, count: 100).flatMap(\.self) + ends(97, 2)) == [])
  }

  @Test("the daemon's log names the channel, the count and what to do, once")
  func logged() async throws {
    let gateway = HandGateway()
    let log = RecordedLog()
    try await SenderBench.run(gateway, logger: log.logger()) { bench in
      for number in 0..<110 { try await bench.queue("x", to: "6281234567\(number + 100)") }
      for _ in 0..<110 { await gateway.next().answer(Self.wrong) }
      while bench.undelivered.contacts.count < 110 { await Task.yield() }
    }
    let lines = log.lines.filter { $0.contains("refused as wrong") }
    #expect(lines.count == 1)
    #expect(lines.first?.contains("100 of the last 100 messages on 0009/16") == true, "\(lines)")
    #expect(lines.first?.contains("balas outbox list --state dead") == true)
  }
}
