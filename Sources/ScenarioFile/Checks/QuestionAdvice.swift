import Dialogue
import StrictYAML

/// What an author of questions should know: how a customer gets out of one, what loses it, and what asks for ever.
struct QuestionAdvice {
  let bot: Bot
  let findings: Findings

  /// The words that customers write to get out of a question.
  private static let wayOut = ["batal", "cancel"]

  func check() {
    let questions = (bot.scenarios + [bot.options.onIdle, bot.options.onGone].compactMap(\.self))
      .flatMap { scenario in
        scenario.steps.all.filter { $0.action.kind == .ask }
          .map { (scenario: scenario.name, place: $0.position) }
      }
    guard let first = questions.first else { return }
    adviseWayOut(first.place)
    adviseIdling()
    var departures = Departures(bot)
    for scenario in bot.scenarios where !scenario.starts.isEmpty && !scenario.isAlways {
      guard questions.contains(where: { $0.scenario != scenario.name }),
        let departure = departures.first(in: scenario)
      else { continue }
      findings.warning(
        ScenarioRule.lostQuestion,
        "a customer who says a keyword of `\(scenario.name)` in the middle of a question loses that question",
        at: Span(departure.position), hint: departure.hint, notes: departure.notes)
    }
  }

  private func adviseWayOut(_ question: SourcePosition) {
    let missing = Self.wayOut.filter { word in
      guard let winner = bot.matcher.winner(word) else { return true }
      return bot.scenario(named: winner.scenario)?.isAlways != true
    }
    guard !missing.isEmpty else { return }
    findings.warning(
      ScenarioRule.noWayOut,
      "a customer who writes \(missing.map { "`\($0)`" }.joined(separator: " or ")) does not get out of a question",
      at: Span(question),
      hint: "Add a scenario with `exact: [\(Self.wayOut.joined(separator: ", "))]` and `interrupt: always`."
    )
  }

  private func adviseIdling() {
    guard let onIdle = bot.options.onIdle else { return }
    var seen: Set<String> = []
    for place in endlessQuestions(onIdle.steps, &seen) {
      findings.warning(
        ScenarioRule.idleLoop,
        "`on_idle` asks this, and nobody who is away answers: it is asked again and again",
        at: Span(place), hint: "Give this question an `on_timeout`, or let `on_idle` only say something.",
        notes: [Diagnostic.Note("`on_idle` is here", at: Span(onIdle.position))])
    }
  }

  /// The questions that steps come to first and whose time, when it is over, brings `on_idle`.
  private func endlessQuestions(_ steps: [Step], _ seen: inout Set<String>) -> [SourcePosition] {
    var found: [SourcePosition] = []
    for step in steps {
      switch step.action {
      case .ask(let question): return found + (question.onTimeout == nil ? [step.position] : [])
      case .end: return found
      case .goto(let name), .visit(let name):
        // Further on, no turn comes.
        if seen.count < Limits.stepsPerTurn, seen.insert(name).inserted,
          let scenario = bot.scenario(named: name)
        {
          found += endlessQuestions(scenario.steps, &seen)
        }
        if case .goto = step.action { return found }
      case .choose(_, let then, let otherwise):
        found += endlessQuestions(then, &seen) + endlessQuestions(otherwise, &seen)
      case .send, .set, .call, .optOut: break
      }
    }
    return found
  }
}

extension Span {
  init(_ position: SourcePosition) {
    self.init(file: position.file, line: position.line, column: position.column)
  }
}
