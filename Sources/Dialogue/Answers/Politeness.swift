/// The words customers add to be polite, which mean nothing to an answer.
enum Politeness {
  static let words: Set<String> = [
    "kak", "kakak", "bu", "ibu", "pak", "bapak", "mas", "mbak", "mba", "min", "admin", "ya", "yah", "dong",
    "aja",
    "saja", "deh", "sih", "nih", "makasih", "please", "pls", "thanks",
  ]

  /// What `read` makes of `message`; if nothing, of the message without one polite word at its end, and so on.
  ///
  /// A message may end in a thousand of them: what is no answer for its length alone must be told from that alone.
  static func retrying<Value>(
    _ message: WrittenMessage, _ read: (PoliteMessage) -> Value?
  ) -> Value? {
    var message = PoliteMessage(message)
    repeat {
      if let value = read(message) { return value }
    } while message.dropPoliteWord()
    return nil
  }
}
