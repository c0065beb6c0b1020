/// Where a scenario is being run.
struct Cursor {
  var scenario: Scenario
  var index: Int
}

/// Where a scenario goes after a step.
enum Flow {
  case next
  /// On in another place, which knows whether it comes back.
  case on(Cursor)
  /// The scenario is over.
  case over
  /// Until an event: the turn is over.
  case wait
}

extension Run {
  /// The beginning of a scenario; a chat panel opens, if it may, and has no steps.
  mutating func enter(_ scenario: Scenario) -> Cursor {
    path.append(scenario.name)
    if let panel = scenario.panel { openPanel(panel, of: scenario) }
    return Cursor(scenario: scenario, index: 0)
  }

  /// Runs from `cursor` until something waits or nothing comes back.
  mutating func run(from cursor: Cursor?) {
    var cursor = cursor ?? comeBack()
    while let place = cursor {
      switch step(at: place) {
      case .next: cursor = Cursor(scenario: place.scenario, index: place.index + 1)
      case .on(let next): cursor = next
      case .over: cursor = comeBack()
      case .wait: return
      }
    }
  }

  private mutating func step(at cursor: Cursor) -> Flow {
    let instructions = cursor.scenario.program.instructions
    guard conversation.panel == nil || isAside, instructions.indices.contains(cursor.index) else {
      return conversation.panel == nil || isAside ? .over : .wait
    }
    switch instructions[cursor.index] {
    case .stop: return .over
    case .jump(let index): return .on(Cursor(scenario: cursor.scenario, index: index))
    case .branch(let condition, let otherwise, let position):
      guard mayStep(in: cursor.scenario, position) else { return .wait }
      let holds = holds(condition)
      took(holds ? .then : .otherwise, at: position)
      return holds ? .next : .on(Cursor(scenario: cursor.scenario, index: otherwise))
    case .perform(let step, let place):
      guard mayStep(in: cursor.scenario, step.position) else { return .wait }
      return perform(step, at: StepPlace(scenario: cursor.scenario.name, step: place ?? ""))
    }
  }

  private mutating func mayStep(in scenario: Scenario, _ position: SourcePosition) -> Bool {
    guard stepsTaken < Limits.stepsPerTurn else {
      conversation.returns = []
      problem(
        "more than \(Limits.stepsPerTurn) steps in one turn: \"\(scenario.name)\" was stopped; "
          + "look for a loop, or let a question come in between", at: position)
      return false
    }
    stepsTaken += 1
    trace.steps.append(position)
    return true
  }

  private mutating func perform(_ step: Step, at place: StepPlace) -> Flow {
    switch step.action {
    case .send(let replies, let options): send(replies, options, at: place, step.position)
    case .ask(let question): ask(question, at: place)
    case .set(let assignments): set(assignments, at: step.position)
    case .choose: .next
    case .call(let call): begin(call, at: place, step.position)
    case .goto(let scenario): goto(scenario, at: step.position)
    case .visit(let scenario): visit(scenario, at: place, step.position)
    case .optOut(let kind): optOut(kind)
    case .end(let scope): end(scope)
    }
  }

  /// Where a handler begins; nil, and a problem, if it leads nowhere.
  mutating func handle(_ handler: Handler, _ kind: HandlerKind, at place: StepPlace) -> Cursor? {
    took(
      .handler(kind), at: bot.scenario(named: place.scenario)?.program.step(at: place.step)?.position)
    switch handler {
    case .goto(let name):
      guard let target = bot.scenario(named: name) else {
        problem("there is no scenario \"\(name)\" to go to", at: nil)
        return nil
      }
      forgetReturns()
      return enter(target)
    case .steps:
      guard let scenario = bot.scenario(named: place.scenario),
        let index = scenario.program.entries[Program.Entry(place: place.step, kind: kind)]
      else { return nil }
      return Cursor(scenario: scenario, index: index)
    }
  }

  /// On behind the step of a place; nil if an edit took it away.
  func cursor(behind place: StepPlace) -> Cursor? {
    guard let scenario = bot.scenario(named: place.scenario),
      let index = scenario.program.places[place.step]
    else { return nil }
    return Cursor(scenario: scenario, index: index + 1)
  }

  /// Nothing comes back after a `goto`; aside, nothing of what runs there.
  mutating func forgetReturns() {
    if isAside { asideReturns = [] } else { conversation.returns = [] }
  }

  /// Where to go on when a scenario is over; nil if nothing waits.
  mutating func comeBack() -> Cursor? {
    if isAside {
      while let place = asideReturns.popLast() {
        if let cursor = cursor(behind: place) { return cursor }
      }
      return nil
    }
    guard conversation.panel == nil else { return nil }
    while let pending = conversation.returns.popLast() {
      switch pending {
      case .visit(let place):
        guard let cursor = cursor(behind: place) else { continue }
        return cursor
      case .question(let open):
        guard let asked = asked(open) else { continue }
        ask(asked.question, again: open)
        return nil
      case .message(let text):
        spoken = text
        understand(text)
        return nil
      case .sessionEnd:
        endSession()
        return nil
      }
    }
    return nil
  }
}
