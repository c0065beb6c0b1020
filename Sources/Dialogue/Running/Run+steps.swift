/// Where a scenario goes after a step.
enum Flow: Equatable {
  case next
  /// On in another scenario, without coming back.
  case enter(String)
  case stop
}

extension Run {
  /// Runs a scenario, and those it goes on in, to their end.
  mutating func enter(_ scenario: Scenario) {
    var scenario = scenario
    path.append(scenario.name)
    var index = 0
    while index < scenario.steps.count {
      let step = scenario.steps[index]
      guard stepsTaken < Limits.stepsPerTurn else {
        problem(
          "more than \(Limits.stepsPerTurn) steps in one turn: \"\(scenario.name)\" was stopped; "
            + "look for scenarios that goto each other", at: step.position)
        return
      }
      stepsTaken += 1
      switch perform(step) {
      case .next: index += 1
      case .stop: return
      case .enter(let name):
        guard let target = bot.scenario(named: name) else {
          problem("there is no scenario \"\(name)\" to go to", at: step.position)
          return
        }
        scenario = target
        path.append(name)
        index = 0
      }
    }
  }

  private mutating func perform(_ step: Step) -> Flow {
    switch step.action {
    case .send(let replies): send(replies, at: step.position)
    case .goto(let scenario): goto(scenario)
    case .end(let scope): end(scope)
    }
  }
}
