import Dialogue
import StrictYAML

extension CallOutcome {
  /// Reads what a service answers as tests write it: a body, `timeout`, `unreachable` or an HTTP status.
  package init?(written text: String) {
    let document = Document.read(Array(text.utf8), file: "")
    let findings = Findings(document.diagnostics)
    guard let root = document.root, let outcome = CallAnswersReader(findings: findings).answer(root),
      !findings.hasErrors
    else { return nil }
    self = outcome
  }
}
