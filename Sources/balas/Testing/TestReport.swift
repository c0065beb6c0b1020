import Dialogue
import Foundation
import Rehearsal
import StrictYAML

/// What `balas test` prints.
struct TestReport {
  let format: TestCommand.Format
  let style: TerminalStyle
  let minCoverage: Double?
  var tellsCoverage = false
  /// For standard error.
  private(set) var remarks = ""
  private(set) var status: Int32 = 0
  private var outcomes: [BotTesting.Outcome] = []

  init(format: TestCommand.Format, style: TerminalStyle, minCoverage: Double?) {
    self.format = format
    self.style = style
    self.minCoverage = minCoverage
  }

  mutating func remark(_ lines: String) { remarks += lines }

  mutating func add(_ outcome: BotTesting.Outcome) {
    outcomes.append(outcome)
    if outcome.isUntested {
      remarks += "balas: \(outcome.folder.path) has no tests; they stand in a file such as bot.test.yaml\n"
      if minCoverage ?? 0 > 0 { status = max(status, 1) }
    }
    if outcome.results.contains(where: { !$0.isPassed }) || isTooLittle(outcome) { status = max(status, 1) }
    if !outcome.diagnostics.isEmpty {
      let told = format == .github ? DiagnosticFormat.github : .text
      remarks += told.render(outcome.diagnostics, sources: outcome.sources)
    }
    if let obstacle = outcome.obstacle {
      remarks += "balas: \(obstacle)\n"
      status = 2
    }
    if let percent = coverage(of: outcome)?.percent, let minCoverage, isTooLittle(outcome) {
      remarks +=
        "balas: the tests of \(outcome.folder.path) cover \(Self.percent(percent)), "
        + "less than the \(Self.percent(minCoverage)) asked for\n"
    }
  }

  /// To be told when all outcomes are added: where no bot has a test, nothing was proved.
  mutating func finish() {
    if !outcomes.isEmpty, outcomes.allSatisfy(\.isUntested) { status = 2 }
  }

  /// Whether no test has the name that was asked for, though there are tests.
  func hasNothing(but filter: String) -> Bool {
    outcomes.allSatisfy { $0.results.isEmpty } && outcomes.contains { $0.leftOut > 0 }
  }

  mutating func noteNothing(named filter: String) {
    remarks += "balas: no test has \"\(filter)\" in its name\n"
    status = 2
  }

  /// For standard output.
  var output: String {
    switch format {
    case .text: text
    case .json: json
    case .github: github
    }
  }

  func tested() -> [BotTesting.Outcome] { outcomes.filter { !$0.results.isEmpty } }

  /// Nil where it is not asked for, or nothing was run.
  func coverage(of outcome: BotTesting.Outcome) -> CoverageReport? {
    guard tellsCoverage, let bot = outcome.bot, !outcome.results.isEmpty else { return nil }
    var coverage = Coverage()
    for result in outcome.results { coverage.add(result.coverage) }
    return CoverageReport(bot, coverage)
  }

  private func isTooLittle(_ outcome: BotTesting.Outcome) -> Bool {
    guard let minCoverage, let percent = coverage(of: outcome)?.percent else { return false }
    return percent < minCoverage
  }

  /// With one digit, rounded down, so that 100 means all.
  static func percent(_ percent: Double) -> String {
    let tenths = Int(percent * 10)
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }
}
