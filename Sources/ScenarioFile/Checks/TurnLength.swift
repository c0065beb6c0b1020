import Dialogue
import StrictYAML

/// Finds steps that are never done, because so many stand before them that the turn is over.
struct TurnLength {
  private let scenarios: [String: Scenario]
  private let findings: Findings

  init(_ scenarios: [Scenario], _ findings: Findings) {
    self.scenarios = Dictionary(scenarios.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.findings = findings
  }

  func report() {
    for scenario in scenarios.values {
      var path: Set = [scenario.name]
      _ = run(scenario.steps, after: 0, &path)
    }
  }

  /// - Parameter path: the scenarios that are being followed; empty where none are.
  /// - Returns: the steps of the turn behind `steps`, at least; nil if their end is not reached.
  private func run(_ steps: [Step], after before: Int, _ path: inout Set<String>) -> Int? {
    var count = before
    for step in steps {
      guard count < Limits.stepsPerTurn else {
        reportStep(at: step.position)
        return nil
      }
      count += 1
      for case .steps(let steps) in step.action.handlers.map(\.handler) {
        var none: Set<String> = []
        _ = run(steps, after: 0, &none)
      }
      switch step.action {
      case .send, .set, .optOut: break
      case .ask, .call: count = 0
      case .goto(let name):
        _ = follow(name, after: count, &path)
        return nil
      case .visit(let name): count = follow(name, after: count, &path)
      case .end: return nil
      case .choose(_, let then, let otherwise):
        // What an `if` leads to is counted where it is taken for sure only.
        var none: Set<String> = []
        let ends = [run(then, after: count, &none), run(otherwise, after: count, &none)].compactMap(\.self)
        guard let least = ends.min() else { return nil }
        count = least
      }
    }
    return count
  }

  /// - Returns: the steps of the turn behind the scenario's, at least.
  private func follow(_ name: String, after count: Int, _ path: inout Set<String>) -> Int {
    guard !path.isEmpty, let scenario = scenarios[name], scenario.panel == nil, path.insert(name).inserted
    else { return count }
    defer { path.remove(name) }
    return run(scenario.steps, after: count, &path) ?? 0
  }

  private func reportStep(at position: SourcePosition) {
    let limit = Limits.stepsPerTurn
    findings.warning(
      ScenarioRule.longTurn,
      "this step is not done: \(limit) stand before it, and more are not done in one turn",
      at: Span(position),
      hint: "Say several texts in one step, as a list under `say`, or ask something in between.")
  }
}
