import Dialogue
import StrictYAML

/// Who leads to whom: finds loops that never end, and scenarios that nothing reaches.
struct ScenarioGraph {
  private let names: [String]
  private let spans: [Span]
  /// Where each scenario leads, and the place that says so.
  private var next: [[(to: Int, span: Span)]]

  init(_ scenarios: [Declarations.Entry], edges: [Targets.Edge]) {
    names = scenarios.map(\.key.text)
    spans = scenarios.map(\.key.span)
    let index = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    next = Array(repeating: [], count: names.count)
    for edge in edges {
      if let from = index[edge.from], let to = index[edge.to] { next[from].append((to, edge.span)) }
    }
  }

  /// Reports each loop in which no step waits for the customer.
  ///
  /// - Parameter uncertain: scenarios that may wait; no loop with one of them is reported.
  func reportLoops(uncertain: Set<String>, _ findings: Findings) {
    enum State { case new, onPath, done }
    var states = names.map { uncertain.contains($0) ? State.done : .new }
    for root in names.indices where states[root] == .new {
      var path: [(node: Int, taken: Int)] = [(root, 0)]
      states[root] = .onPath
      while let (node, taken) = path.last {
        guard taken < next[node].count else {
          states[node] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].taken += 1
        let target = next[node][taken].to
        switch states[target] {
        case .new:
          states[target] = .onPath
          path.append((target, 0))
        case .onPath:
          report(
            path.drop { $0.node != target }.map { ($0.node, next[$0.node][$0.taken - 1].span) }, findings)
        case .done:
          break
        }
      }
    }
  }

  private func report(_ loop: [(node: Int, span: Span)], _ findings: Findings) {
    let first = loop.indices.min { loop[$0].node < loop[$1].node } ?? 0
    let ordered = loop[first...] + loop[..<first]
    let shown = ordered.prefix(8).map { "`\(names[$0.node])`" } + (ordered.count > 8 ? ["…"] : [])
    let round = (shown + ["`\(names[ordered[first].node])`"]).joined(separator: " → ")
    findings.error(
      ScenarioRule.endlessLoop, "\(round) never ends", at: ordered[first].span,
      hint: "No step in this loop waits for the customer: remove one `goto`.",
      notes: ordered.dropFirst().prefix(7).map { Diagnostic.Note("and goes on here", at: $0.span) })
  }

  /// Reports scenarios that neither start by themselves nor are led to.
  func reportUnreachable(from roots: (Int) -> Bool, _ findings: BotFindings) {
    var reached = names.indices.map(roots)
    var pending = names.indices.filter { reached[$0] }
    while let node = pending.popLast() {
      for (target, _) in next[node] where !reached[target] {
        reached[target] = true
        pending.append(target)
      }
    }
    for index in names.indices where !reached[index] {
      findings.unless(.name([names[index]])).warning(
        ScenarioRule.unreachableScenario, "nothing leads to the scenario `\(names[index])`", at: spans[index],
        hint: "Give it `keywords` or `exact`, or lead to it with `goto`.")
    }
  }
}
