import Dialogue

/// A bot as scenarios and the ways between them.
struct BotGraph {
  struct Node {
    enum Kind: String, CaseIterable {
      case normal
      /// Starts in the middle of any question.
      case always
      /// Opens the conversation to a person.
      case panel
      /// What is done where nothing fits, and the bot's own handlers.
      case own
    }

    var name: String
    /// The phrases and patterns that start it.
    var starts: [String] = []
    var kind: Kind = .normal
    /// Whether it leads to itself.
    var isRepeated = false
    /// Whether nothing leads to it and nothing starts it.
    var isUnreachable = false
    /// Whether it leads nowhere.
    var isEnd = false
  }

  struct Edge: Hashable {
    enum Kind: String, Hashable {
      case goto, visit
    }

    var from: Int
    var to: Int
    var kind: Kind
    /// What brings it about: an option, `on_fail`, `on_timeout`, …; empty for a plain step.
    var labels: [String]

    var label: String { labels.joined(separator: ", ") }
  }

  let title: String
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  private var numbers: [String: Int] = [:]

  init(_ bot: Bot) {
    title = bot.name
    for scenario in bot.scenarios { add(scenario) }
    for (number, scenario) in bot.scenarios.enumerated() { read(scenario, from: number) }
    if let first = bot.options.first { lead(from: addOwn("first message"), to: first, .visit, "") }
    for (name, scenario) in [("on_idle", bot.options.onIdle), ("on_gone", bot.options.onGone)] {
      guard let scenario, !scenario.steps.exits.isEmpty else { continue }
      read(scenario, from: addOwn(name))
    }
    if bot.fallback.position != nil || !bot.fallback.replies.isEmpty || bot.fallback.then != nil {
      let number = addOwn("default")
      if let then = bot.fallback.then { lead(from: number, to: then, .goto, "then") }
    }
    for number in nodes.indices {
      nodes[number].isEnd = !edges.contains { $0.from == number }
      nodes[number].isUnreachable =
        nodes[number].kind != .own && nodes[number].starts.isEmpty && !edges.contains { $0.to == number }
    }
  }

  private mutating func add(_ scenario: Scenario) {
    numbers[scenario.name] = nodes.count
    nodes.append(
      Node(
        name: scenario.name, starts: scenario.starts.map(\.phrase),
        kind: scenario.panel != nil ? .panel : scenario.isAlways ? .always : .normal))
  }

  private mutating func addOwn(_ name: String) -> Int {
    nodes.append(Node(name: name, kind: .own))
    return nodes.count - 1
  }

  private mutating func read(_ scenario: Scenario, from number: Int) {
    for exit in scenario.steps.exits { lead(from: number, to: exit.scenario, exit.kind, exit.label) }
    if let then = scenario.panel?.release.then { lead(from: number, to: then, .goto, "released") }
  }

  private mutating func lead(from: Int, to name: String, _ kind: Edge.Kind, _ label: String) {
    guard let to = numbers[name] else { return }
    if from == to {
      nodes[from].isRepeated = true
      return
    }
    let labels = label.isEmpty ? [] : [label]
    // Ways of one kind between the same two are one line; a plain one says no more than one with a label.
    guard let known = edges.firstIndex(where: { $0.from == from && $0.to == to && $0.kind == kind }) else {
      edges.append(Edge(from: from, to: to, kind: kind, labels: labels))
      return
    }
    for label in labels where !edges[known].labels.contains(label) { edges[known].labels.append(label) }
  }
}
