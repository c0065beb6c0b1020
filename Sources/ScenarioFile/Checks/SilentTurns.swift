import Dialogue
import StrictYAML

/// Finds what customers write and get no answer to: a scenario that says nothing, and a question with nothing behind it.
struct SilentTurns {
  /// What a customer waits for an answer to.
  private enum Origin: Hashable {
    case start(String)
    /// The place of a question that was answered.
    case answer(SourcePosition)
    /// The place of a question whose last try failed.
    case lastTry(SourcePosition)
  }

  /// What was said since the customer wrote.
  private enum Said: Hashable {
    case something
    case nothing(Origin)
  }

  private struct Entrance: Hashable {
    var scenario: String
    var said: Said
  }

  private let bot: Bot
  private var entered: Set<Entrance> = []
  private var pending: [Entrance] = []
  private var silent: Set<Origin> = []
  private var answered: Set<Origin> = []

  init(_ bot: Bot) {
    self.bot = bot
    for scenario in bot.scenarios where !scenario.starts.isEmpty {
      enter(scenario.name, .nothing(.start(scenario.name)))
    }
    while let entrance = pending.popLast() {
      guard let scenario = bot.scenario(named: entrance.scenario) else { continue }
      if scenario.panel != nil {
        _ = say([entrance.said])
      } else {
        end(run(scenario, [entrance.said]))
      }
    }
  }

  func report(_ findings: Findings) {
    func tell(_ what: String, _ origin: Origin?, at place: SourcePosition, hint: String) {
      let isPartly = origin.map(answered.contains) ?? false
      findings.warning(
        ScenarioRule.silentEnd, "\(what) the bot \(isPartly ? "may say" : "says") nothing", at: Span(place),
        hint: isPartly ? "On one of the ways nothing is said: add a step there, as `- say: …`." : hint)
    }
    for scenario in bot.scenarios {
      if scenario.panel?.opened.isEmpty == true {
        tell(
          "a customer comes to the chat panel `\(scenario.name)`, and", nil, at: scenario.position,
          hint: "Add `opened:` with a text.")
      } else if silent.contains(.start(scenario.name)) {
        tell(
          "a customer starts `\(scenario.name)`, and", .start(scenario.name), at: scenario.position,
          hint: "Add a step that says something, as `- say: …`.")
      }
    }
    for origin in silent {
      switch origin {
      case .start: break
      case .answer(let place):
        tell(
          "a customer answers this, and", origin, at: place, hint: "Add a step behind it, as `- say: …`.")
      case .lastTry(let place):
        tell(
          "after the last wrong answer", origin, at: place,
          hint: "Say something under `on_fail`, as `- say: …`.")
      }
    }
  }

  private mutating func enter(_ name: String, _ said: Said) {
    let entrance = Entrance(scenario: name, said: said)
    if entered.insert(entrance).inserted { pending.append(entrance) }
  }

  /// A turn is over.
  private mutating func end(_ ways: Set<Said>) {
    for case .nothing(let origin) in ways { silent.insert(origin) }
  }

  private mutating func say(_ ways: Set<Said>) -> Set<Said> {
    for case .nothing(let origin) in ways { answered.insert(origin) }
    return ways.isEmpty ? [] : [.something]
  }

  /// - Parameter visits: how many visits lead to the scenario.
  /// - Returns: what may have been said where the scenario is over, and nothing goes on elsewhere.
  private mutating func run(_ scenario: Scenario, _ said: Set<Said>, visits: Int = 0) -> Set<Said> {
    var over: Set<Said> = []
    let rest = walk(scenario.steps, said, visits, &over)
    return over.union(rest)
  }

  /// - Parameter over: gets what may have been said where the scenario is over before the end of `steps`.
  /// - Returns: the same where that end is reached.
  private mutating func walk(
    _ steps: [Step], _ said: Set<Said>, _ visits: Int, _ over: inout Set<Said>
  ) -> Set<Said> {
    var said = said
    for step in steps {
      switch step.action {
      case .send: said = say(said)
      case .set, .optOut: break
      case .call(let call): handle(call.failed, said, visits, &over)
      case .ask(let question):
        _ = say(said)
        said = answer(question, at: step.position, visits, &over)
      case .choose(_, let then, let otherwise):
        let whereItHolds = walk(then, said, visits, &over)
        said = walk(otherwise, said, visits, &over).union(whereItHolds)
      case .goto(let name):
        for said in said { enter(name, said) }
        return []
      case .visit(let name):
        guard visits < Limits.pendingVisits, let target = bot.scenario(named: name) else { continue }
        if target.panel != nil {
          _ = say(said)
          return []
        }
        said = run(target, said, visits: visits + 1)
      case .end(.scenario):
        over.formUnion(said)
        return []
      case .end(.session):
        end(said)
        return []
      }
      if said.isEmpty { return [] }
    }
    return said
  }

  /// - Returns: what may have been said where the steps behind `question` begin.
  private mutating func answer(
    _ question: Question, at place: SourcePosition, _ visits: Int, _ over: inout Set<Said>
  ) -> Set<Said> {
    if let onFail = question.onFail { handle(onFail, [.nothing(.lastTry(place))], visits, &over) }
    let answered: Set<Said> = [.nothing(.answer(place))]
    for target in question.options.compactMap(\.target) { handle(target, answered, visits, &over) }
    return question.options.isEmpty || question.options.contains { $0.target == nil } ? answered : []
  }

  private mutating func handle(
    _ handler: Handler, _ said: Set<Said>, _ visits: Int, _ over: inout Set<Said>
  ) {
    switch handler {
    case .goto(let name): for said in said { enter(name, said) }
    case .steps(let steps): over.formUnion(walk(steps, said, visits, &over))
    }
  }
}
