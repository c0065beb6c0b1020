extension Run {
  /// A message of ours did not arrive.
  mutating func notDelivered(_ note: SendNote?) {
    winner = .silent("a message that did not arrive is not spoken of")
    guard let note else { return }
    if let question = note.question, conversation.open?.serial == question {
      // What the customer writes next cannot be meant as its answer.
      conversation.open = nil
      conversation.returns = []
    }
    guard let place = note.place,
      case .send(_, let options)? = bot.scenario(named: place.scenario)?.program.step(at: place.step)?.action,
      let handler = options.notSent, conversation.panel == nil
    else { return }
    winner = .notSent(place)
    isAside = conversation.open != nil
    run(from: handle(handler, .notSent, at: place))
  }

  /// What runs aside asks or calls: it is no longer aside, and the question that was open comes again after it.
  mutating func leaveAside() {
    guard isAside else { return }
    isAside = false
    if let open = conversation.open { conversation.returns.append(.question(open)) }
    conversation.open = nil
    conversation.returns += asideReturns.map { .visit($0) }
    asideReturns = []
  }

  /// Variables are set and a scenario is started from outside.
  mutating func start(_ name: String?, _ vars: [String: String]) {
    if conversation.startedAt == nil { conversation.startedAt = now }
    if conversation.lastInboundAt == nil { conversation.lastInboundAt = now }
    for (variable, value) in vars { set(variable, value) }
    guard let name else {
      winner = .silent("variables were set from outside")
      return
    }
    guard let scenario = bot.scenario(named: name) else {
      winner = .silent("there is no scenario \"\(name)\"")
      return
    }
    winner = .scenario(name)
    conversation.open = nil
    conversation.returns = []
    run(from: enter(scenario))
  }
}
