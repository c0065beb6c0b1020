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
    if let onTimeout = asked(open)?.question.onTimeout {
      return run(from: handle(onTimeout, .onTimeout, at: open.place))
    }
    let before = conversation.serial
    if let onIdle = bot.options.onIdle {
      took(.onIdle, at: onIdle.position)
      run(from: enter(onIdle))
    }
    if conversation.open == nil, conversation.serial == before, conversation.panel == nil { endSession() }
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

  /// Whether a text starts a scenario with `opt_out`, which works at any hour.
  func startsOptOut(_ text: String) -> Bool {
    guard let match = winner(text) else { return false }
    return bot.scenario(named: match.scenario)?.steps.contains { $0.action.kind == .optOut } ?? false
  }
}
