extension Run {
  /// The customer wrote: a session that is over ends, and one begins where none runs.
  mutating func beginMessage() {
    closeSessionIfOver()
    if conversation.startedAt == nil { conversation.startedAt = now }
    conversation.lastInboundAt = now
  }

  mutating func closeSessionIfOver() {
    guard let last = conversation.lastInboundAt, now - last >= bot.session else { return }
    endSession()
  }

  /// What lives as long as the session goes with it.
  mutating func endSession() {
    conversation.startedAt = nil
    conversation.vars = [:]
    conversation.misses = 0
  }
}
