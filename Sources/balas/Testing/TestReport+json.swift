import Dialogue
import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML

extension TestReport {
  private struct Run: Encodable {
    var passed: Int
    var failed: Int
    var bots: [BotEntry]
  }

  private struct BotEntry: Encodable {
    var folder: String
    var tests: [TestEntry]
    var coverage: CoverageEntry?
  }

  private struct TestEntry: Encodable {
    var name: String
    var file: String
    var line: Int
    var isPassed: Bool
    var failures: [FailureEntry]
  }

  private struct FailureEntry: Encodable {
    var file: String
    var line: Int
    var column: Int
    var expected: String?
    var got: String
    var because: [String]
  }

  private struct CoverageEntry: Encodable {
    var percent: Double
    var scenarios: PartEntry
    var steps: PartEntry
    var branches: PartEntry
  }

  private struct PartEntry: Encodable {
    var total: Int
    var touched: Int
    var untouched: [ItemEntry]
  }

  private struct ItemEntry: Encodable {
    var name: String
    var file: String
    var line: Int
    var column: Int
  }

  /// One JSON object and a line break.
  var json: String {
    let results = tested().flatMap(\.results)
    let run = Run(
      passed: results.count(where: \.isPassed), failed: results.count { !$0.isPassed },
      bots: tested().map(entry))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Texts and numbers always encode.
    guard let data = try? encoder.encode(run) else { return "{}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private func entry(_ outcome: BotTesting.Outcome) -> BotEntry {
    BotEntry(
      folder: outcome.folder.path, tests: outcome.results.map { entry($0, outcome) },
      coverage: coverage(of: outcome).map { entry($0, outcome.folder) })
  }

  private func entry(_ result: TranscriptResult, _ outcome: BotTesting.Outcome) -> TestEntry {
    let told = FailureText(
      folder: outcome.folder, bot: outcome.bot, sources: [:], style: TerminalStyle(isColoured: false))
    let span = result.transcript.span
    return TestEntry(
      name: result.transcript.name, file: outcome.folder.placed(span.file), line: span.line,
      isPassed: result.isPassed,
      failures: result.failures.map { failure in
        let (expected, got) = FailureText.expectedAndGot(failure.kind)
        return FailureEntry(
          file: outcome.folder.placed(failure.span.file), line: failure.span.line,
          column: failure.span.column, expected: expected, got: got, because: told.because(failure.causes))
      })
  }

  private func entry(_ coverage: CoverageReport, _ folder: BotFolder) -> CoverageEntry {
    func part(_ part: CoverageReport.Part) -> PartEntry {
      PartEntry(
        total: part.total, touched: part.touched,
        untouched: part.untouched.map {
          ItemEntry(
            name: $0.name, file: folder.placed($0.position.file), line: $0.position.line,
            column: $0.position.column)
        })
    }
    return CoverageEntry(
      percent: (coverage.percent * 10).rounded(.down) / 10, scenarios: part(coverage.scenarios),
      steps: part(coverage.steps), branches: part(coverage.branches))
  }
}
