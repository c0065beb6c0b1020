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

  /// Reports each loop in which no question waits for the customer: an error if it is surely taken, else a warning.
  ///
  /// - Parameter uncertain: scenarios that may wait; no loop with one of them is reported.
  func reportLoops(_ flow: FlowGraph, uncertain: Set<String>, _ findings: Findings) {
    let sure = flow.exits.map { exits in exits.filter { !$0.isConditional }.map(\.to) }
    let some = flow.exits.map { exits in exits.map(\.to) }
    var reported: Set<Set<Int>> = []
    for (ways, isSure) in [(sure, true), (some, false)] {
      loops(ways, uncertain: uncertain) { loop in
        guard reported.insert(Set(loop)).inserted else { return }
        report(loop, isSure: isSure, findings)
      }
    }
  }

  private func loops(_ ways: [[Int]], uncertain: Set<String>, _ found: ([Int]) -> Void) {
    enum State { case new, onPath, done }
    var states = names.map { uncertain.contains($0) ? State.done : .new }
    for root in names.indices where states[root] == .new {
      var path: [(node: Int, taken: Int)] = [(root, 0)]
      states[root] = .onPath
      while let (node, taken) = path.last {
        guard taken < ways[node].count else {
          states[node] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].taken += 1
        let target = ways[node][taken]
        switch states[target] {
        case .new:
          states[target] = .onPath
          path.append((target, 0))
        case .onPath: found(path.drop { $0.node != target }.map(\.node))
        case .done: break
        }
      }
    }
  }

  private func report(_ loop: [Int], isSure: Bool, _ findings: Findings) {
    let first = loop.indices.min { loop[$0] < loop[$1] } ?? 0
    let ordered = Array(loop[first...] + loop[..<first])
    let shown = ordered.prefix(8).map { "`\(names[$0])`" } + (ordered.count > 8 ? ["…"] : [])
    let round = (shown + ["`\(names[ordered[0]])`"]).joined(separator: " → ")
    let places = ordered.indices.map { place(from: ordered[$0], to: ordered[($0 + 1) % ordered.count]) }
    let notes = places.dropFirst().prefix(7).map { Diagnostic.Note("and goes on here", at: $0) }
    if isSure {
      findings.error(
        ScenarioRule.endlessLoop, "\(round) never ends", at: places[0],
        hint: "No step in this loop waits for the customer: remove one `goto`.", notes: notes)
    } else {
      findings.warning(
        ScenarioRule.endlessLoop, "\(round) may never end", at: places[0],
        hint: "No question in this loop waits for the customer: ask something, or `end`.", notes: notes)
    }
  }

  /// What says that one scenario leads to another.
  private func place(from: Int, to: Int) -> Span {
    next[from].first { $0.to == to }?.span ?? spans[from]
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
        hint: "Give it `keywords` or `exact`, or lead to it with `goto`, `visit` or an option.")
    }
  }
}
