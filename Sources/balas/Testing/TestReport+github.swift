import Rehearsal
import ScenarioFile
import StrictYAML

extension TestReport {
  /// A workflow command for each failure, shown beside the line in a pull request.
  var github: String {
    let diagnostics = tested().flatMap { outcome in
      let told = FailureText(
        folder: outcome.folder, bot: outcome.bot, sources: [:], style: TerminalStyle(isColoured: false))
      return outcome.results.flatMap { result in
        result.failures.map { failure in
          let (expected, got) = FailureText.expectedAndGot(failure.kind)
          let lines = [expected.map { "expected \($0)" }, expected == nil ? got : "got \(got)"]
          let because = told.because(failure.causes).map { "because \($0)" }
          var span = failure.span
          span.file = outcome.folder.placed(span.file)
          return Diagnostic(
            .error, rule: result.transcript.name,
            (lines.compactMap(\.self) + because).joined(separator: "\n"), at: span)
        }
      }
    }
    return DiagnosticFormat.github.render(diagnostics, sources: [:])
  }
}
