extension Run {
  /// A message with text: the start that wins it, else the default.
  mutating func answer(_ text: String) {
    guard let match = bot.matcher.winner(text), let scenario = bot.scenario(named: match.scenario) else {
      miss()
      return
    }
    self.match = match
    winner = .scenario(scenario.name)
    conversation.misses = 0
    enter(scenario)
  }

  /// A message without text never matches, and is no miss.
  mutating func answerMedia() {
    let fallback = bot.fallback
    let replies = fallback.media.isEmpty ? fallback.replies.first ?? [] : fallback.media
    guard !replies.isEmpty else {
      winner = .silent("the message has no text, and the bot has no default")
      return
    }
    winner = .mediaFallback
    send(replies, at: fallback.position)
  }

  /// Nothing matched: the default for the first miss, the second in a row, and so on.
  mutating func miss() {
    let replies = bot.fallback.replies
    guard !replies.isEmpty else {
      winner = .silent("nothing matched, and the bot has no default")
      return
    }
    let before = min(max(conversation.misses, 0), Int.max - 1)
    conversation.misses = before + 1
    winner = .fallback(miss: before + 1)
    send(replies[min(before, replies.count - 1)], at: bot.fallback.position)
  }
}
