import Dialogue
import StrictYAML

/// What an author of questions should know: how a customer gets out of one, and what loses it.
struct QuestionAdvice {
  let bot: Bot
  let findings: Findings

  /// The words that customers write to get out of a question.
  private static let wayOut = ["batal", "cancel"]

  func check() {
    let questions = bot.scenarios.flatMap { scenario in Self.questions(scenario.steps).map { (scenario, $0) }
    }
    guard let first = questions.first else { return }
    let missing = Self.wayOut.filter { word in
      guard let winner = bot.matcher.winner(word) else { return true }
      return bot.scenario(named: winner.scenario)?.isAlways != true
    }
    if !missing.isEmpty {
      findings.warning(
        ScenarioRule.noWayOut,
        "a customer who writes \(missing.map { "`\($0)`" }.joined(separator: " or ")) does not get out of a question",
        at: Span(first.1),
        hint: "Add a scenario with `exact: [\(Self.wayOut.joined(separator: ", "))]` and `interrupt: always`."
      )
    }
    for scenario in bot.scenarios where !scenario.starts.isEmpty && !scenario.isAlways {
      guard let place = Self.goto(scenario.steps), questions.contains(where: { $0.0.name != scenario.name })
      else { continue }
      findings.warning(
        ScenarioRule.lostQuestion,
        "a customer who says a keyword of `\(scenario.name)` in the middle of a question loses that question",
        at: Span(place),
        hint: "A `goto` does not come back: leave it out, or write `interrupt: always` if this is meant.")
    }
  }

  /// The first `goto` that a start leads to before anything is asked.
  private static func goto(_ steps: [Step]) -> SourcePosition? {
    for step in steps {
      switch step.action {
      case .goto: return step.position
      case .ask: return nil
      case .choose(_, let then, let otherwise):
        if let place = goto(then) ?? goto(otherwise) { return place }
      default: break
      }
    }
    return nil
  }

  private static func questions(_ steps: [Step]) -> [SourcePosition] {
    steps.flatMap { step -> [SourcePosition] in
      switch step.action {
      case .ask: [step.position]
      case .choose(_, let then, let otherwise): questions(then) + questions(otherwise)
      default: []
      }
    }
  }
}

extension Span {
  init(_ position: SourcePosition) {
    self.init(file: position.file, line: position.line, column: position.column)
  }
}
