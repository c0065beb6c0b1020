import Dialogue

/// That what the matcher says of a message is so: by the priority rule, written the slow and obvious way.
struct PriorityProof {
  private let bot: Bot
  private let reading: Reading
  private let message: WrittenMessage

  init(_ bot: Bot, _ reading: Reading) {
    self.bot = bot
    self.reading = reading
    message = WrittenMessage(reading.text, respelled: reading.words)
  }

  /// That the start stands where the match says.
  func check(_ match: Match) throws(BrokenProperty) {
    let words = reading.words
    try require(match.message == words, "\(match.phrase) was matched with other words: \(match.message)")
    try require(
      match.at >= 0 && match.count >= 0 && match.at + match.count <= words.count,
      "\(match.phrase): \(match.count) words from \(match.at) on fit, of \(words.count)")
    guard let start = start(of: match) else {
      throw BrokenProperty("\(match.phrase) is no start of \(match.scenario)")
    }
    if let pattern = start.pattern {
      try require(
        Set(match.slotNames) == Set(pattern.slots.map(\.name)), "\(match.phrase) has other slots than it says"
      )
      return try PatternProof(pattern, message).check(match.slots)
    }
    let there = Array(words[match.at..<(match.at + match.count)])
    try require(phrases(of: start).contains(there), "\(match.phrase) is not \(there)")
    try require(
      match.isWhole == (match.count == words.count), "\(match.phrase) is wrong about the whole message")
    try require(match.isWhole || start.kind == .keyword, "\(match.phrase) must be the whole message")
  }

  /// Always-words, then what is the whole message, a keyword before a pattern, then most words, then the first.
  func checkOrder(of matches: [Match]) throws(BrokenProperty) {
    for (better, worse) in zip(matches, matches.dropFirst()) {
      let (left, right) = (rank(of: better), rank(of: worse))
      try require(
        !right.lexicographicallyPrecedes(left),
        "\(better.phrase) goes before \(worse.phrase): \(left), \(right)")
    }
  }

  /// That every phrase that stands in the message was found, at the place where it has most words, and first.
  func checkKeywords(among matches: [Match]) throws(BrokenProperty) {
    let words = reading.words
    guard words.count <= 64, bot.scenarios.count <= 64 else { return }
    for scenario in bot.scenarios {
      for start in scenario.starts where start.pattern == nil {
        var best: (count: Int, at: Int)?
        for phrase in phrases(of: start) where !phrase.isEmpty && phrase.count <= words.count {
          guard start.kind == .keyword || phrase.count == words.count else { continue }
          let place = (0...(words.count - phrase.count)).first { words[$0...].starts(with: phrase) }
          guard let place, (-phrase.count, place) < (best.map { (-$0.count, $0.at) } ?? (0, 0)) else {
            continue
          }
          best = (phrase.count, place)
        }
        let found = matches.first {
          $0.scenario == scenario.name && $0.kind == start.kind && $0.phrase == start.phrase
        }
        try require(
          found?.at == best?.at && found?.count == best?.count,
          "\(start.phrase) is said to stand at \(found?.at ?? -1), and stands at \(best?.at ?? -1)")
      }
    }
  }

  private func rank(of match: Match) -> [Int] {
    let isAlways = bot.scenario(named: match.scenario)?.isAlways == true
    let isPattern = match.kind == .pattern
    let rank = [isAlways ? 0 : 1, match.isWhole ? 0 : 1]
    // Patterns that are the whole message compete from top to bottom.
    if match.isWhole { return rank + [isPattern ? 1 : 0] + (isPattern ? [] : [-match.count, match.at]) }
    return rank + [-match.count, match.at]
  }

  private func start(of match: Match) -> Start? {
    bot.scenario(named: match.scenario)?.starts.first { $0.kind == match.kind && $0.phrase == match.phrase }
  }

  private func phrases(of start: Start) -> [[String]] {
    (start.variants.isEmpty ? [start.phrase] : start.variants).map(PlainText.words)
  }
}
