import Dialogue

/// Where scenarios lead without a word of the customer's in between.
struct FlowGraph {
  /// A way out of a scenario that no question stands before.
  struct Exit: Hashable {
    var to: Int
    /// Whether it may not be taken: it stands in an `if`, or in a handler.
    var isConditional: Bool
  }

  private let index: [String: Int]
  /// By scenario.
  private(set) var exits: [[Exit]] = []
  /// Whether a scenario may come to its end without a question.
  private var passes: [Bool]

  init(_ scenarios: [Scenario]) {
    index = Dictionary(scenarios.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    passes = Array(repeating: false, count: scenarios.count)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (number, scenario) in scenarios.enumerated() where !passes[number] && scenario.panel == nil {
        var walk = Walk(graph: self)
        if walk.run(scenario.steps, isConditional: false) || walk.hasEnd {
          passes[number] = true
          hasChanged = true
        }
      }
    }
    exits = scenarios.map { scenario in
      guard scenario.panel == nil else { return [] }
      var walk = Walk(graph: self)
      _ = walk.run(scenario.steps, isConditional: false)
      return walk.exits
    }
  }

  /// One scenario, followed from its start as far as no question stands in the way.
  private struct Walk {
    let graph: FlowGraph
    var exits: [Exit] = []
    /// Whether an `end` may be reached, after which a visit comes back.
    var hasEnd = false

    /// - Returns: whether the end of `steps` may be reached.
    mutating func run(_ steps: [Step], isConditional: Bool) -> Bool {
      var isConditional = isConditional
      for step in steps {
        switch step.action {
        case .send(_, let options):
          if let notSent = options.notSent { handle(notSent) }
        case .set, .optOut: break
        case .call(let call):
          handle(call.failed)
          isConditional = true
        case .ask: return false
        case .end(let scope):
          if scope == .scenario { hasEnd = true }
          return false
        case .goto(let scenario):
          add(scenario, isConditional)
          return false
        case .visit(let scenario):
          add(scenario, isConditional)
          guard let target = graph.index[scenario], graph.passes[target] else { return false }
          isConditional = true
        case .choose(_, let then, let otherwise):
          let passesThen = run(then, isConditional: true)
          let passesElse = run(otherwise, isConditional: true)
          guard passesThen || passesElse else { return false }
          isConditional = true
        }
      }
      return true
    }

    private mutating func handle(_ handler: Handler) {
      switch handler {
      case .goto(let scenario): add(scenario, true)
      case .steps(let steps): _ = run(steps, isConditional: true)
      }
    }

    private mutating func add(_ name: String, _ isConditional: Bool) {
      if let target = graph.index[name] { exits.append(Exit(to: target, isConditional: isConditional)) }
    }
  }
}
