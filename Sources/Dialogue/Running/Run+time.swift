extension Run {
  /// The time of a timer has come; one that is no longer meant does nothing.
  mutating func timeCame(_ kind: TimerKind) {
    guard let due = conversation.timers(bot)[kind], due <= now else {
      winner = .silent("the time of this timer is not what it was")
      return
    }
    switch kind {
    case .question: closeQuestion()
    case .nudge: nudge()
    case .panel:
      release()
      winner = .timer(.panel)
    }
  }

  /// Nobody answered in time: nothing comes back any more.
  private mutating func closeQuestion() {
    guard let open = conversation.open else { return }
    conversation.open = nil
    conversation.returns = []
    winner = .timer(.question)
    guard open.closesAt <= now else { return endSession() }
    if let onTimeout = asked(open)?.question.onTimeout {
      return run(from: handle(onTimeout, .onTimeout, at: open.place))
    }
    if let onIdle = bot.options.onIdle {
      took(.onIdle, at: onIdle.position)
      run(from: enter(onIdle))
    }
    // A question that it asked keeps the session.
    guard conversation.open == nil, conversation.panel == nil else { return }
    if conversation.call == nil { endSession() } else { conversation.returns.insert(.sessionEnd, at: 0) }
  }

  /// Whether the bot's hours are over.
  var isClosed: Bool {
    bot.options.opening.flatMap(isOpen) == false
  }

  /// Whether the hours with this name are open now; nil if there are none.
  func isOpen(_ hours: String) -> Bool? {
    bot.options.hours[hours]?.isOpen(at: now, in: bot.timezone)
  }

  /// At most once in half an hour; an open question stays.
  mutating func tellClosed() {
    if let told = conversation.closedToldAt, now - told < Limits.closedPause {
      winner = .silent("the bot's hours are over, and the customer was told")
      return
    }
    conversation.closedToldAt = now
    winner = .closed
    send(bot.options.closed, at: nil)
  }

  /// Whether a text starts a scenario with `opt_out`, which works at any hour; an answer to the open question does not.
  func startsOptOut(_ text: String) -> Bool {
    var trial = self
    trial.answer(text)
    guard case .scenario(let name) = trial.winner else { return false }
    return trial.path.contains(name) && leadsToOptOut(name)
  }

  private func leadsToOptOut(_ name: String) -> Bool {
    var pending = [name]
    var seen: Set<String> = []
    while let name = pending.popLast() {
      guard seen.insert(name).inserted, let scenario = bot.scenario(named: name) else { continue }
      for step in scenario.steps.all {
        switch step.action {
        case .optOut: return true
        case .goto(let next), .visit(let next): pending.append(next)
        case .send, .ask, .set, .choose, .call, .end: break
        }
        for case .goto(let next) in step.action.handlers.map(\.handler) { pending.append(next) }
      }
    }
    return false
  }
}
