extension Run {
  /// The event could not be run: the customer gets the default, unless a person has the conversation.
  mutating func giveUp() {
    closeSessionIfOver()
    if conversation.panel == nil { return miss() }
    winner = .silent(Silence.person)
  }

  /// Nothing matched: the default for the first miss, the second in a row, and so on.
  mutating func miss() {
    let fallback = bot.fallback
    guard !fallback.replies.isEmpty || fallback.then != nil else {
      winner = .silent(Silence.noDefault)
      return
    }
    guard !isQuiet() else { return }
    let before = min(max(conversation.misses, 0), Int.max - 1)
    if let then = fallback.then.flatMap(bot.scenario(named:)), before >= fallback.replies.count {
      conversation.misses = 0
      conversation.open = nil
      conversation.returns = []
      winner = .scenario(then.name)
      took(.fallbackThen, at: fallback.position)
      return run(from: enter(then))
    }
    conversation.misses = before + 1
    guard mayFallBack(fallback) else { return }
    winner = .fallback(miss: before + 1)
    if !fallback.replies.isEmpty {
      let reply = min(before, fallback.replies.count - 1)
      took(.fallback(reply + 1), at: fallback.position)
      send(fallback.replies[reply], at: fallback.position)
    }
  }

  /// A message without text that nobody asked for; it is no miss.
  mutating func sayMediaDefault() {
    let fallback = bot.fallback
    let replies = fallback.media.isEmpty ? fallback.replies.first ?? [] : fallback.media
    guard !replies.isEmpty else {
      winner = .silent("the message has no text, and the bot has no default")
      return
    }
    guard !isQuiet(), mayFallBack(fallback) else { return }
    winner = .mediaFallback
    took(fallback.media.isEmpty ? .fallback(1) : .fallbackMedia, at: fallback.position)
    send(replies, at: fallback.position)
  }

  /// Whether the default was said just before; what comes within that time is one.
  private mutating func isQuiet() -> Bool {
    defer { conversation.missedAt = now }
    guard let last = conversation.missedAt, now >= last, now - last < bot.fallback.quiet else { return false }
    winner = .silent(Silence.saidJustBefore)
    return true
  }

  private mutating func mayFallBack(_ fallback: Fallback) -> Bool {
    guard let limit = fallback.atMost else { return true }
    var times = conversation.fallbacksAt.filter { now - $0 < limit.per }
    guard times.count < limit.count else {
      winner = .silent(Silence.saidOften)
      return false
    }
    times.append(now)
    conversation.fallbacksAt = times
    return true
  }
}
