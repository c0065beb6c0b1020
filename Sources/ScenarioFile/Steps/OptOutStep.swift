import Dialogue
import StrictYAML

/// `opt_out`: the customer wants no more messages of a kind.
enum OptOutStep: StepKind {
  static let verb = "opt_out"

  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action? {
    guard let scalar = fields.text(verb) else { return nil }
    let kind = scalar.text
    guard kind.utf8.count <= 40, kind.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      fields.findings.error(
        YAMLRule.wrongValue, "`\(kind)` is no name for a kind of message", at: scalar.span,
        hint: "Use one word, for example `opt_out: marketing`.")
      return nil
    }
    return .optOut(kind)
  }
}
