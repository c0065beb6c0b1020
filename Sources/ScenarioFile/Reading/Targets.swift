import StrictYAML

/// The scenarios that others can lead to, and who leads where.
final class Targets {
  struct Edge {
    let from: String
    let to: String
    let span: Span
  }

  /// The scenario that is being read; nil for what belongs to none.
  var current: String?
  private(set) var edges: [Edge] = []
  /// The scenarios that something outside of all scenarios leads to.
  private(set) var roots: Set<String> = []
  /// The scenarios with a step that was not understood, and that may wait for the customer or lead elsewhere.
  private(set) var uncertain: Set<String> = []
  private let names: [String]
  private let known: Set<String>
  private let findings: BotFindings

  init(_ names: some Sequence<String>, _ findings: BotFindings) {
    self.names = Array(names)
    known = Set(names)
    self.findings = findings
  }

  private static let textAdvice =
    "The name of a scenario has no blanks. To say a text write it as a step, on the line below: `- say: …`."

  /// All that there are, where they are a few.
  private var listed: String? {
    guard (1...12).contains(names.count) else { return nil }
    return "There are \(names.map { "`\($0)`" }.joined(separator: ", "))."
  }

  func isKnown(_ name: String) -> Bool { known.contains(name) }

  /// Notes that a step of the current scenario was not understood.
  func noteUncertainStep() {
    if let current { uncertain.insert(current) }
  }

  /// Notes that the current scenario goes on in another; false, and a diagnostic, if there is no such scenario.
  func goto(_ target: Node.Scalar) -> Bool {
    guard known.contains(target.text) else {
      findings.unless(.key(target.text)).error(
        ScenarioRule.unknownScenario, "there is no scenario `\(target.text)`", at: target.span,
        hint: findings.suggestion(for: target.text, among: names).map { "Did you mean `\($0)`?" }
          ?? (target.text.contains(" ") ? Self.textAdvice : listed))
      return false
    }
    if let current {
      edges.append(Edge(from: current, to: target.text, span: target.span))
    } else {
      roots.insert(target.text)
    }
    return true
  }
}
