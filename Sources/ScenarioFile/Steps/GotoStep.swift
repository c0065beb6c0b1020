import Dialogue
import StrictYAML

/// `goto`: goes on in another scenario.
enum GotoStep: StepKind {
  static let verb = "goto"

  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action? {
    guard let target = fields.text(verb) else { return nil }
    return reader.targets.goto(target) ? .goto(scenario: target.text) : nil
  }
}
