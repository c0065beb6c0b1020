import Dialogue
import StrictYAML

/// `say`: texts.
enum SayStep: StepKind {
  static let verb = "say"

  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action? {
    guard let node = fields[verb] else { return nil }
    let texts = reader.replies.texts.messages(node, "`say`")
    return texts.isEmpty ? nil : .send(texts, reader.sendOptions(fields))
  }
}
