import Dialogue
import StrictYAML

/// `visit`: another scenario to its end, then on behind this step.
enum VisitStep: StepKind {
  static let verb = "visit"

  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action? {
    reader.scenario(fields, verb).map { .visit(scenario: $0) }
  }
}
