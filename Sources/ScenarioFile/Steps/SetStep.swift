import Dialogue
import StrictYAML

/// `set`: variables, in the order written.
enum SetStep: StepKind {
  static let verb = "set"

  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action? {
    guard let entries = fields[verb]?.entries("`set`", fields.findings) else { return nil }
    if entries.isEmpty {
      fields.findings.error(
        ScenarioRule.noBody, "`set` sets nothing", at: fields.mapping.span, hint: "Write `set: {name: Budi}`."
      )
    }
    return .set(entries.compactMap { assignment($0, reader) })
  }

  private static func assignment(_ entry: Node.Mapping.Entry, _ reader: StepReader) -> Assignment? {
    guard reader.variables.declare(entry.key) else { return nil }
    if entry.value.scalar?.text == "" {
      return Assignment(entry.key.text, TextTemplate(literal: ""))
    }
    let texts = reader.replies.texts
    guard let text = texts.single(entry.value, "`\(entry.key.text)`", limit: Limits.text) else { return nil }
    if entry.key.text == GivenVariable.lang.rawValue { texts.languages.check(text, at: entry.value.span) }
    return Assignment(entry.key.text, text)
  }
}
