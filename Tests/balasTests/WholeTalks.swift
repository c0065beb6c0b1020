import Dialogue
import Rehearsal
import ScenarioFile
import Testing

/// The tests of a bot, as proof of all of it.
enum WholeTalks {
  /// Expects that at least so many transcripts pass, and that together they touch each scenario, step and branch.
  static func expect(atLeast count: Int, of bot: Bot, _ compilation: Compilation, in folder: String) async {
    let suite = BotSuite(bot, version: compilation.version, folder: folder)
    #expect(suite.diagnostics.isEmpty)
    let results = await suite.run(suite.transcripts)
    #expect(results.count >= count)
    for result in results { #expect(result.isPassed, "\(result.transcript.name): \(result.failures)") }
    var coverage = Coverage()
    for result in results { coverage.add(result.coverage) }
    let report = CoverageReport(bot, coverage)
    for part in [report.scenarios, report.steps, report.branches] {
      #expect(part.total > 0)
      #expect(part.untouched.map { "\($0.position): \($0.name)" } == [])
    }
  }
}
