/// A message, and what it is without some of the polite words at its end.
struct PoliteMessage {
  private var message: WrittenMessage
  /// As many tokens are left.
  private var count: Int
  private(set) var text: Substring
  /// Plain, respelled where they were.
  private(set) var words: ArraySlice<String>
  /// Plain, not respelled.
  private(set) var written: ArraySlice<String>
  /// The words as typed, cut between letters and digits.
  private(set) var parts: ArraySlice<String>

  init(_ message: WrittenMessage) {
    self.message = message
    count = message.tokens.count
    text = message.text[...]
    words = message.words[...]
    written = message.written[...]
    parts = message.tokens.filter { !$0.isLineBreak }.map(\.written)[...]
  }

  /// Leaves the last word off if that is polite and not the only one; whether it was.
  mutating func dropPoliteWord() -> Bool {
    guard words.count > 1, let last = words.last, count > 0 else { return false }
    let token = message.tokens[count - 1]
    guard token.startsWord, Politeness.words.contains(last) || Politeness.words.contains(token.written)
    else { return false }
    let cut = token.range.lowerBound
    text = text[..<cut]
    var dropped = 0
    while count > 0,
      message.tokens[count - 1].isLineBreak || message.tokens[count - 1].range.lowerBound >= cut
    {
      count -= 1
      guard !message.tokens[count].isLineBreak else { continue }
      parts.removeLast()
      if message.tokens[count].startsWord { dropped += 1 }
    }
    words.removeLast(dropped)
    written.removeLast(dropped)
    // Words that share one place cannot be told apart, so that nothing is known any more of how they were respelled.
    if dropped > 1, words != written { self = PoliteMessage(WrittenMessage(String(text))) }
    return true
  }

  /// Whether blanks stand between its words.
  var hasSeveralChunks: Bool {
    guard count > 0, let first = message.tokens.first else { return false }
    return message.tokens[count - 1].chunk != first.chunk
  }

  /// Whether its last word is of plain letters alone.
  var endsInLetters: Bool {
    written.last?.utf8.allSatisfy { (0x61...0x7A).contains($0) } ?? false
  }
}
