import Gateway
import Service

/// Asks for many numbers, some at a time and not faster than allowed.
struct NumberAsking: Sendable {
  private let rate: CheckRate
  private let sleep: @Sendable (Duration) async throws -> Void
  private let ask: @Sendable (_ number: String) async throws -> NumberReport

  /// So many questions may be under way at once.
  private static let width = 8
  /// So many numbers in a row that cannot be asked for end it: the others would fare the same.
  private static let failuresInARow = 5
  /// Before each further try of a number that the provider could not be asked for.
  private static let patience: [Duration] = [.seconds(2), .seconds(5)]
  private static let longestPatience = Duration.seconds(60)

  /// - Parameter ask: asks for one number once.
  init(
    rate: CheckRate,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    ask: @escaping @Sendable (_ number: String) async throws -> NumberReport
  ) {
    self.rate = rate
    self.sleep = sleep
    self.ask = ask
  }

  /// Asks, and hands over what was said of each number, in their order.
  ///
  /// - Returns: why it ended early; the numbers that were not asked for are handed over as unknown. Nil if it did not.
  func run(_ numbers: [String], _ each: (NumberReport) throws -> Void) async throws -> String? {
    var end: Ending?
    try await withThrowingTaskGroup(of: Event.self) { group in
      var (started, told, failures, isDue) = (0, 0, 0, true)
      var waiting: [Int: NumberReport] = [:]
      while told < numbers.count {
        if isDue, end == nil, started < numbers.count, started - told < Self.width {
          let (index, pause) = (started, rate.pause)
          group.addTask { .answered(index, try await answer(numbers[index])) }
          group.addTask {
            try await sleep(pause)
            return .due
          }
          (started, isDue) = (started + 1, false)
        }
        switch try await group.next() {
        case .due, nil: isDue = true
        case .answered(let index, let report): waiting[index] = report
        }
        while let report = waiting.removeValue(forKey: told) {
          try each(report)
          told += 1
          failures = report.verdict == .unknown ? failures + 1 : 0
          if end == nil { end = Ending(report, failures: failures, limit: Self.failuresInARow) }
        }
        guard let end, told == started else { continue }
        for number in numbers[told...] {
          try each(
            NumberReport(number: number, verdict: .unknown, code: end.code, why: "It was not asked for."))
        }
        break
      }
      group.cancelAll()
    }
    return end?.sentence
  }

  /// What is said of a number, also if the provider wants to be asked later.
  private func answer(_ number: String) async throws -> NumberReport {
    var report = try await ask(number)
    for pause in Self.patience {
      guard let outcome = report.outcome, [.throttled, .notSent, .rejected].contains(outcome) else { break }
      try await sleep(min(report.retryAfterSeconds.map { .seconds($0) } ?? pause, Self.longestPatience))
      report = try await ask(number)
    }
    return report
  }

  private enum Event: Sendable {
    case answered(Int, NumberReport)
    /// The next number may be asked for.
    case due
  }

  /// Why there is no point in going on.
  private struct Ending {
    var code: String?
    var sentence: String

    init?(_ report: NumberReport, failures: Int, limit: Int) {
      guard report.outcome == .config || failures >= limit else { return nil }
      code = report.code
      sentence = "The other numbers would fare the same, and are not asked for: \(report.why ?? "no answer.")"
    }
  }
}
