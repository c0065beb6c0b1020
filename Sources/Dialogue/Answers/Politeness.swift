/// The words customers add to be polite, which mean nothing to an answer.
enum Politeness {
  static let words: Set<String> = [
    "kak", "kakak", "bu", "ibu", "pak", "bapak", "mas", "mbak", "mba", "min", "admin", "ya", "yah", "dong",
    "aja",
    "saja", "deh", "sih", "nih", "makasih", "please", "pls", "thanks",
  ]

  /// What `read` makes of `message`; if nothing, of the message without one polite word at its end, and so on.
  static func retrying<Value>(
    _ message: WrittenMessage, _ read: (WrittenMessage) -> Value?
  ) -> Value? {
    var message = message
    while true {
      if let value = read(message) { return value }
      guard let shorter = message.withoutLastWord(in: words) else { return nil }
      message = shorter
    }
  }
}

extension WrittenMessage {
  /// The message without its last word, if that is one of `words` and not the only one; else nil.
  func withoutLastWord(in polite: Set<String>) -> WrittenMessage? {
    guard words.count > 1, let last = words.last, let token = tokens.last, token.startsWord,
      polite.contains(last) || polite.contains(token.written)
    else { return nil }
    return WrittenMessage(String(text[..<token.range.lowerBound]), respelled: Array(words.dropLast()))
  }
}
