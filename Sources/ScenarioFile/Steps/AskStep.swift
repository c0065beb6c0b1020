import Dialogue
import StrictYAML

/// `ask`: a question that the customer answers in words, or with a medium.
enum AskStep: StepKind {
  static let verb = "ask"

  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action? {
    let expectation = Self.expectation(fields, reader)
    return QuestionReader(steps: reader, fields: fields).question(expectation.map { .ask($0) }, prompt: verb)
      .map { .ask($0) }
  }

  private static func expectation(_ fields: Fields, _ reader: StepReader) -> Expectation? {
    guard let node = fields["expect"] else { return .text(1...Limits.text) }
    if let list = node.sequence {
      fields.findings.error(
        YAMLRule.wrongKind, "expected text for `expect`, found a list", at: list.span,
        hint: "For a choice write `expect: one of [a, b]`.")
      return nil
    }
    guard let scalar = node.text("`expect`", fields.findings) else { return nil }
    do {
      let expectation = try Expectation(parsing: scalar.text, synonyms: reader.synonyms.phrases)
      for name in expectation.slotNames { reader.variables.declare(name, at: scalar.span) }
      return expectation
    } catch {
      reader.replies.texts.sources.report(error, in: scalar, fields.findings)
      return nil
    }
  }
}
