import Dialogue
import StrictYAML

/// Finds visits in visits in visits that are deeper than the engine remembers to come back from.
struct VisitDepth {
  private struct Visit {
    var from: Int
    var to: Int
    var position: SourcePosition
  }

  private let scenarios: [Scenario]
  private let visits: [Visit]

  init(_ scenarios: [Scenario]) {
    self.scenarios = scenarios
    let index = Dictionary(
      scenarios.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    visits = scenarios.enumerated().flatMap { number, scenario in
      Self.visits(scenario.steps).compactMap { name, position in
        index[name].map { Visit(from: number, to: $0, position: position) }
      }
    }
  }

  func report(_ findings: Findings) {
    // By scenario: the visits that lead to it, the outermost first.
    var ways = scenarios.map { _ in [Visit]() }
    for _ in 0..<Limits.pendingVisits {
      for visit in visits where ways[visit.from].count + 1 > ways[visit.to].count {
        guard ways[visit.from].count < Limits.pendingVisits,
          !ways[visit.from].contains(where: { $0.to == visit.to || $0.from == visit.to })
        else { continue }
        ways[visit.to] = ways[visit.from] + [visit]
      }
    }
    var reported: Set<SourcePosition> = []
    for visit in visits where ways[visit.from].count >= Limits.pendingVisits {
      guard reported.insert(visit.position).inserted else { continue }
      let names = (ways[visit.from] + [visit]).map { "`\(scenarios[$0.from].name)`" }
      findings.warning(
        ScenarioRule.deepVisit,
        "`\(scenarios[visit.to].name)` is not visited where \(names.joined(separator: " visits ")): "
          + "visits stand at most \(Limits.pendingVisits) deep in each other",
        at: Span(visit.position),
        hint: "Write its steps here, or lead to it with `goto`, which does not come back.",
        notes: ways[visit.from].map { Diagnostic.Note("on the way here", at: Span($0.position)) })
    }
  }

  /// The visits that are made while what visited the scenario still waits.
  private static func visits(_ steps: [Step]) -> [(name: String, position: SourcePosition)] {
    steps.flatMap { step -> [(String, SourcePosition)] in
      switch step.action {
      case .visit(let name): [(name, step.position)]
      case .choose(_, let then, let otherwise): visits(then) + visits(otherwise)
      case .ask, .call:
        step.action.handlers.flatMap { kind, handler -> [(String, SourcePosition)] in
          guard kind != .onTimeout, case .steps(let steps) = handler else { return [] }
          return visits(steps)
        }
      case .send, .set, .goto, .optOut, .end: []
      }
    }
  }
}
