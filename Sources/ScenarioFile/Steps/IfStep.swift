import Dialogue
import StrictYAML

/// `if`: one of two lists of steps.
enum IfStep: StepKind {
  static let verb = "if"

  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action? {
    let condition = fields.text(verb).flatMap { Self.condition($0, fields.findings, reader) }
    let then = fields.required(
      "then", hint: "Write below it what is done where it holds: `then: [{say: …}]`."
    ).map { branch($0, "then", reader) }
    let otherwise = fields["else"].map { branch($0, "else", reader) } ?? []
    guard let condition, let then else { return nil }
    return .choose(condition, then: then, otherwise: otherwise)
  }

  private static func branch(_ node: Node, _ key: String, _ reader: StepReader) -> [Step] {
    guard let scalar = node.scalar, !scalar.isEmpty else { return reader.steps(node, "`\(key)`") }
    reader.findings.certain.error(
      YAMLRule.wrongKind, "expected a list of steps for `\(key)`, found text", at: scalar.span,
      hint: "To go on in a scenario write `- goto: …` below `\(key)`, to say a text `- say: …`.")
    return []
  }

  private static func condition(
    _ scalar: Node.Scalar, _ findings: Findings, _ reader: StepReader
  ) -> Condition? {
    let sources = reader.replies.texts.sources
    do {
      let condition = try Condition(parsing: scalar.text)
      for name in condition.names.variables {
        reader.variables.use(name) { sources.span(of: name, in: scalar) }
      }
      for name in condition.names.hours {
        _ = reader.hours.isKnown(name) { sources.span(of: name, in: scalar) }
      }
      return condition
    } catch {
      sources.report(error, in: scalar, findings)
      return nil
    }
  }
}
