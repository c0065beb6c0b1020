import Dialogue

/// A way out of a scenario: where to, and what brings it about.
struct StepExit {
  var scenario: String
  var kind: BotGraph.Edge.Kind
  /// Empty for a plain step.
  var label: String
}

extension [Step] {
  /// Every way out, in the order written.
  var exits: [StepExit] { exits(under: "") }

  /// - Parameter label: what leads to these steps.
  private func exits(under label: String) -> [StepExit] {
    flatMap { step -> [StepExit] in
      switch step.action {
      case .goto(let scenario): return [StepExit(scenario: scenario, kind: .goto, label: label)]
      case .visit(let scenario): return [StepExit(scenario: scenario, kind: .visit, label: label)]
      case .choose(_, let then, let otherwise):
        return then.exits(under: label) + otherwise.exits(under: label)
      default:
        return step.action.handlers.flatMap { kind, handler -> [StepExit] in
          let name = step.action.name(of: kind)
          switch handler {
          case .goto(let scenario): return [StepExit(scenario: scenario, kind: .goto, label: name)]
          case .steps(let steps): return steps.exits(under: name)
          }
        }
      }
    }
  }
}

extension Step.Action {
  /// What an author calls the way to a handler: an option by its label.
  fileprivate func name(of kind: HandlerKind) -> String {
    switch kind {
    case .onFail: return "on_fail"
    case .onTimeout: return "on_timeout"
    case .failed: return "failed"
    case .notSent: return "not_sent"
    case .option(let number):
      guard case .ask(let question) = self, question.options.indices.contains(number) else { return "" }
      return question.options[number].label.plain.render { "{\($0)}" }
    }
  }
}
