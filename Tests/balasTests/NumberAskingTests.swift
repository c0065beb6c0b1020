import Gateway
import Service
import Synchronization
import Testing

@testable import balas

@Suite("asking for many numbers")
struct NumberAskingTests {
  /// Counts what is asked and how long is waited, and lets no time pass.
  private final class Record: Sendable {
    let asked = Mutex<[String]>([])
    let pauses = Mutex<[Duration]>([])
    let widest = Mutex((now: 0, most: 0))
  }

  private func run(
    _ numbers: [String], _ record: Record = Record(),
    _ answer: @escaping @Sendable (String, _ times: Int) -> NumberReport
  ) async throws -> (reports: [NumberReport], stopped: String?) {
    let asking = NumberAsking(
      rate: CheckRate(perSecond: 4),
      sleep: { pause in
        record.pauses.withLock { $0.append(pause) }
        await Task.yield()
      }
    ) { number in
      let times = record.asked.withLock { asked in
        asked.append(number)
        return asked.count { $0 == number }
      }
      record.widest.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      for _ in 0..<Int.random(in: 0...20) { await Task.yield() }
      record.widest.withLock { $0.now -= 1 }
      return answer(number, times)
    }
    var reports: [NumberReport] = []
    let stopped = try await asking.run(numbers) { reports.append($0) }
    return (reports, stopped)
  }

  private static let numbers = (0..<100).map { "62812345600\($0)" }

  @Test("each number is asked for once, some at a time, and told in its order")
  func order() async throws {
    let record = Record()
    let (reports, stopped) = try await run(Self.numbers, record) { number, _ in
      NumberReport(number: number, verdict: number.hasSuffix("7") ? .invalid : .valid)
    }
    #expect(reports.map(\.number) == Self.numbers)
    #expect(reports.count { $0.verdict == .invalid } == 10)
    #expect(stopped == nil)
    #expect(record.asked.withLock(\.count) == 100)
    #expect(record.widest.withLock(\.most) <= 8)
    // A quarter of a second between the beginnings of two questions.
    let pauses = record.pauses.withLock { $0 }
    #expect(pauses.count >= 99 && pauses.allSatisfy { $0 == .milliseconds(250) })
  }

  @Test("a number that the provider wants to be asked later is asked again, as late as it says")
  func throttled() async throws {
    let record = Record()
    let (reports, stopped) = try await run(["1", "2"], record) { number, times in
      number == "1" && times == 1
        ? NumberReport(number: number, verdict: .unknown, outcome: .throttled, retryAfterSeconds: 7)
        : NumberReport(number: number, verdict: .valid)
    }
    #expect(reports.map(\.verdict) == [.valid, .valid])
    #expect(stopped == nil)
    #expect(record.pauses.withLock { $0.contains(.seconds(7)) })
  }

  @Test("a number that cannot be asked for three times is unknown, and the others are asked")
  func unknown() async throws {
    let record = Record()
    let (reports, stopped) = try await run(["1", "2", "3"], record) { number, _ in
      number == "2"
        ? NumberReport(number: number, verdict: .unknown, code: "reset", why: "Lost.", outcome: .notSent)
        : NumberReport(number: number, verdict: .valid)
    }
    #expect(reports.map(\.verdict) == [.valid, .unknown, .valid])
    #expect(record.asked.withLock { $0.count { $0 == "2" } } == 3)
    #expect(stopped == nil)
  }

  @Test("where nothing can be asked the others are not tried, and are told as unknown")
  func hopeless() async throws {
    for outcome in [SendOutcome.config, .notSent] {
      let record = Record()
      let (reports, stopped) = try await run(Self.numbers, record) { number, _ in
        NumberReport(
          number: number, verdict: .unknown, code: "407", why: "Not allowed.", outcome: outcome)
      }
      #expect(reports.map(\.number) == Self.numbers)
      #expect(reports.allSatisfy { $0.verdict == .unknown })
      #expect(reports.last?.why == "It was not asked for.")
      #expect(
        stopped == "The other numbers would fare the same, and are not asked for: Not allowed.")
      #expect(Set(record.asked.withLock { $0 }).count < 20)
    }
  }

  @Test("what the daemon refuses ends it")
  func refused() async throws {
    let asking = NumberAsking(rate: CheckRate(perSecond: 5), sleep: { _ in }) { _ in
      throw AdminRefusal(.failed, "No daemon answers.")
    }
    await #expect(throws: AdminRefusal.self) { try await asking.run(Self.numbers) { _ in } }
  }
}
