import Dialogue
import StrictYAML

/// `end`: ends the scenario; `end: session` ends the session.
enum EndStep: StepKind {
  static let verb = "end"

  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action? {
    guard let node = fields[verb], !node.isEmpty else { return .end(.scenario) }
    guard let scalar = node.text("`end`", fields.findings) else { return nil }
    if let scope = EndScope(rawValue: scalar.text) { return .end(scope) }
    fields.findings.error(
      YAMLRule.wrongValue, "`end` ends the scenario, `end: session` the session, but not `\(scalar.text)`",
      at: scalar.span, hint: Nearest.hint(scalar.text, among: ["session", "scenario"]))
    return nil
  }
}
