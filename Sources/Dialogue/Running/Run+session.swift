extension Run {
  /// The customer wrote: a session that is over ends, and one begins where none runs.
  mutating func beginMessage() {
    closeSessionIfOver()
    if conversation.startedAt == nil { conversation.startedAt = now }
    conversation.lastInboundAt = now
  }

  mutating func closeSessionIfOver() {
    guard let last = conversation.lastInboundAt, now - last >= bot.options.session,
      // The customer is about to see it.
      conversation.open?.isHeld != true
    else { return }
    endSession()
    endedVars = nil
  }

  /// What lives as long as the session goes with it.
  mutating func endSession() {
    endedVars = conversation.vars
    conversation.startedAt = nil
    conversation.vars = [:]
    conversation.misses = 0
    conversation.missedAt = nil
    conversation.open = nil
    conversation.returns = []
    conversation.call = nil
  }

  /// Whether the bot may still answer: two bots that talk to each other must come to an end.
  mutating func mayTakeTurn() -> Bool {
    if let since = conversation.turnsSince, now - since < Limits.turnWindow, now >= since {
      conversation.turns = min(conversation.turns, Int.max - 1) + 1
    } else {
      conversation.turnsSince = now
      conversation.turns = 1
    }
    guard conversation.turns > Limits.turnsPerWindow, conversation.panel == nil else { return true }
    winner = .silent(Silence.flood)
    if conversation.turns == Limits.turnsPerWindow + 1 {
      problem(
        "more than \(Limits.turnsPerWindow) messages of one customer in ten minutes: the bot is silent until it slows down",
        at: nil)
    }
    return false
  }
}
