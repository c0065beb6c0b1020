import Dialogue
import Rehearsal
import ScenarioFile
import StrictYAML

extension TestReport {
  var text: String {
    let tested = tested()
    var blocks: [String] = []
    for outcome in tested {
      blocks += outcome.changes.map { change(in: $0.file, $0.1) }
      let told = FailureText(
        folder: outcome.folder, bot: outcome.bot, sources: outcome.sources, style: style)
      for result in outcome.results where !result.isPassed { blocks += told.blocks(result) }
      blocks += problems(outcome)
      if let coverage = coverage(of: outcome) { blocks.append(coverageText(coverage, outcome.folder)) }
    }
    var summary = tested.map { "\($0.folder.path): \(Self.summary($0.results, leftOut: $0.leftOut))\n" }
    if tested.count > 1 {
      summary.append("\(tested.count) bots: \(Self.summary(tested.flatMap(\.results), leftOut: 0))\n")
    }
    if !summary.isEmpty { blocks.append(summary.joined()) }
    return blocks.joined(separator: "\n")
  }

  /// `13 tests, 12 passed, 1 failed`
  private static func summary(_ results: [TranscriptResult], leftOut: Int) -> String {
    let failed = results.count { !$0.isPassed }
    let tests = results.count == 1 ? "1 test" : "\(results.count) tests"
    let others = leftOut == 0 ? "" : ", \(leftOut) left out"
    if failed == 0 { return "\(tests) passed" + others }
    return "\(tests), \(results.count - failed) passed, \(failed) failed" + others
  }

  private func change(in file: String, _ change: TestFileUpdate.Change) -> String {
    let lines =
      change.removed.map { style.red("  - \($0)") } + change.added.map { style.green("  + \($0)") }
    return "\(file):\(change.line)  rewritten\n" + lines.map { $0 + "\n" }.joined()
  }

  /// Each mistake once, with the first test that shows it.
  private func problems(_ outcome: BotTesting.Outcome) -> [String] {
    var seen: Set<Problem> = []
    return outcome.results.flatMap { result in
      result.problems.filter { seen.insert($0).inserted }.map { problem in
        let place = problem.position.map { outcome.folder.place($0) + "  " } ?? ""
        return "\(place)\(style.yellow("problem"))  \(problem.message)\n  in \"\(result.transcript.name)\"\n"
      }
    }
  }

  private func coverageText(_ coverage: CoverageReport, _ folder: BotFolder) -> String {
    let parts = [
      ("scenarios", coverage.scenarios), ("steps", coverage.steps), ("branches", coverage.branches),
    ]
    var lines = ["\(folder.path): \(style.bold(Self.percent(coverage.percent))) covered"]
    for (name, part) in parts {
      let percent = Self.percent(CoverageReport.percent(part.touched, of: part.total))
      let padding = String(repeating: " ", count: 11 - name.count)
      lines.append("  \(name)\(padding)\(part.touched) of \(part.total), \(percent)")
    }
    for (name, part) in parts where !part.untouched.isEmpty {
      lines += ["", "  \(name) that no test touches"]
      lines += part.untouched.map { "    \(folder.place($0.position))  \($0.name)" }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
