extension Run {
  /// The event could not be run: the customer gets the default, unless a person has the conversation.
  mutating func giveUp() {
    closeSessionIfOver()
    if conversation.panel == nil { return miss() }
    winner = .silent("a person has the conversation")
  }

  /// Nothing matched: the default for the first miss, the second in a row, and so on.
  mutating func miss() {
    let fallback = bot.fallback
    guard !fallback.replies.isEmpty || fallback.then != nil else {
      winner = .silent("nothing matched, and the bot has no default")
      return
    }
    if let last = conversation.missedAt, now - last < fallback.quiet, conversation.misses > 0 {
      conversation.missedAt = now
      winner = .silent("the default was said just before")
      return
    }
    let before = min(max(conversation.misses, 0), Int.max - 1)
    conversation.missedAt = now
    if let then = fallback.then.flatMap(bot.scenario(named:)), before >= fallback.replies.count {
      conversation.misses = 0
      conversation.open = nil
      conversation.returns = []
      winner = .scenario(then.name)
      took(.fallbackThen, at: fallback.position)
      return run(from: enter(then))
    }
    guard mayFallBack(fallback) else {
      winner = .silent("the default was said often enough")
      return
    }
    conversation.misses = before + 1
    winner = .fallback(miss: before + 1)
    if !fallback.replies.isEmpty {
      let reply = min(before, fallback.replies.count - 1)
      took(.fallback(reply + 1), at: fallback.position)
      send(fallback.replies[reply], at: fallback.position)
    }
  }

  private mutating func mayFallBack(_ fallback: Fallback) -> Bool {
    guard let limit = fallback.atMost else { return true }
    var times = conversation.fallbacksAt.filter { now - $0 < limit.per }
    guard times.count < limit.count else { return false }
    times.append(now)
    conversation.fallbacksAt = times
    return true
  }
}
