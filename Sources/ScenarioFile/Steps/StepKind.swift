import Dialogue
import StrictYAML

/// One kind of step: a verb that works, and how it is read.
protocol StepKind: SendableMetatype {
  static var verb: String { get }

  /// What the step does; nil, and diagnostics, if it cannot be read.
  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action?
}

enum StepKinds {
  static let all: [any StepKind.Type] = [
    SayStep.self, ImageStep.self, DocumentStep.self, AudioStep.self, GotoStep.self, EndStep.self,
    AskStep.self, MenuStep.self, SetStep.self, IfStep.self, CallStep.self, VisitStep.self, TemplateStep.self,
    OptOutStep.self,
  ]

  static let byVerb = Dictionary(all.map { ($0.verb, $0) }, uniquingKeysWith: { first, _ in first })
}
