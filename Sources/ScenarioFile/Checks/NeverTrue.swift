import Dialogue
import StrictYAML

/// Finds comparisons in an `if` that no customer can make true, because the value is never that.
///
/// Only values of a session are looked at, and only where everything that sets them is known: what is kept with a contact
/// may stem from older files, and what a service answers from anywhere.
struct NeverTrue {
  private enum Values {
    case listed([String])
    case number
    case anything

    mutating func add(_ others: Values) {
      switch (self, others) {
      case (.listed(let some), .listed(let more)): self = .listed(some + more.filter { !some.contains($0) })
      case (.number, .number): break
      default: self = .anything
      }
    }
  }

  private let scenarios: [Scenario]
  private var values: [String: Values] = [:]

  /// - Parameter scenarios: those of the bot, and what it does as one.
  init(_ scenarios: [Scenario], of bot: Bot) {
    self.scenarios = scenarios
    for name in bot.constants.keys { add(.anything, to: name) }
    for scenario in scenarios {
      let slots = scenario.starts.compactMap(\.pattern).flatMap(\.slots)
      for slot in slots { add(.anything, to: slot.name) }
      for step in scenario.steps.all { read(step.action, bot.options.languages) }
    }
  }

  func report(_ findings: Findings) {
    for step in scenarios.flatMap(\.steps.all) {
      if case .choose(let condition, _, _) = step.action { report(condition, Span(step.position), findings) }
    }
  }

  private mutating func add(_ more: Values, to name: String) {
    if values[name]?.add(more) == nil { values[name] = more }
  }

  private mutating func read(_ action: Step.Action, _ languages: [String]) {
    switch action {
    case .ask(let question):
      if let name = question.variable { add(Self.answers(question, languages), to: name) }
      if case .ask(let expectation) = question.kind {
        for name in expectation.slotNames { add(.anything, to: name) }
      }
    case .set(let assignments):
      for assignment in assignments {
        let texts = assignment.value.all
        let isConstant = texts.allSatisfy(\.slotNames.isEmpty)
        add(isConstant ? .listed(texts.map { $0.render { _ in nil } }) : .anything, to: assignment.variable)
      }
    case .call(let call): if let name = call.variable { add(.anything, to: name) }
    case .send, .choose, .goto, .visit, .optOut, .end: break
    }
  }

  private static func answers(_ question: Question, _ languages: [String]) -> Values {
    switch question.kind {
    case .menu(let options):
      let labels = options.map { $0.label[languages.first ?? "id"] }
      guard labels.allSatisfy(\.slotNames.isEmpty) else { return .anything }
      return .listed(labels.map { $0.render { _ in nil } })
    case .ask(.yesNo): return .listed(["yes", "no"])
    case .ask(.oneOf(let words)): return .listed(words)
    case .ask(.media): return .listed(["media"])
    case .ask(.number): return .number
    case .ask: return .anything
    }
  }

  private func report(_ condition: Condition, _ span: Span, _ findings: Findings) {
    switch condition {
    case .isSet, .isOpen: break
    case .isEqual(let name, let right): report(name, condition, right, span, findings)
    case .isIn(let name, let list):
      for right in list { report(name, .isEqual(name, right), right, span, findings) }
    case .compares(let name, _, let right): report(name, condition, right, span, findings)
    case .not(let condition): report(condition, span, findings)
    case .all(let conditions), .any(let conditions):
      for condition in conditions { report(condition, span, findings) }
    }
  }

  private func report(
    _ name: String, _ condition: Condition, _ right: TextTemplate, _ span: Span, _ findings: Findings
  ) {
    guard !name.hasPrefix("contact."), right.slotNames.isEmpty else { return }
    let hint: String
    switch values[name] {
    case .listed(let listed):
      let mayHold = listed.contains { value in
        condition.holds(value: { _ in value }, isOpen: { _ in false })
      }
      if mayHold { return }
      let shown = listed.prefix(6).map { "`\($0)`" } + (listed.count > 6 ? ["…"] : [])
      hint = "It may be \(shown.joined(separator: ", "))."
    case .number:
      if Self.isNumber(right) { return }
      hint = "It is a number: compare it with `<`, `>`, `<=` or `>=`, or with a number in digits."
    case .anything, nil: return
    }
    let comparison = if case .compares(_, let sign, _) = condition { "`\(sign.rawValue)` " } else { "" }
    findings.warning(
      ScenarioRule.neverTrue, "`\(name)` is never \(comparison)`\(right.render { _ in nil })`", at: span,
      hint: hint)
  }

  private static func isNumber(_ text: TextTemplate) -> Bool {
    // Each number is at most, or at least, nought.
    Condition.any([.compares("n", .atMost, text), .compares("n", .atLeast, text)])
      .holds(value: { _ in "0" }, isOpen: { _ in false })
  }
}
