/// Brings a customer's words nearer to a bot's.
package struct Speller: Sendable {
  private let respeller: Respeller

  init(vocabulary: Set<String>, spelling: Bool, typos: Bool) {
    respeller = Respeller(vocabulary: vocabulary, chat: spelling, typos: typos)
  }

  /// How the message is tried first: respelled.
  ///
  /// - Parameter words: more words of the bot, those of the open question.
  package func reading(_ text: String, besides words: Set<String> = []) -> Reading {
    Reading(text: text, spelling: respeller.respelled(PlainText.words(text), with: words))
  }

  /// The phrases of the bot's words that somebody may mean who writes `words`, which are the bot's too.
  ///
  /// No message is read so, because words of the bot are never changed; an author wants to know.
  package func meanings(of words: [String]) -> [[String]] {
    let meant = words.map { respeller.meaning(of: $0) }
    guard meant.contains(where: { $0 != nil }) else { return [] }
    let single = words.indices.compactMap { index in
      meant[index].map { word in Array(words[..<index]) + [word] + Array(words[(index + 1)...]) }
    }
    return [zip(words, meant).map { $1 ?? $0 }] + single
  }

  /// How it is tried once more where nothing matched: with typos mended; nil if that changes nothing.
  package func mended(_ reading: Reading, besides words: Set<String> = []) -> Reading? {
    respeller.mended(reading.spelling, with: words).map { Reading(text: reading.text, spelling: $0) }
  }
}

/// A message and how its words are read.
package struct Reading: Sendable {
  package let text: String
  package let spelling: [Respelled]
  /// Written plainly and respelled.
  package let words: [String]

  init(text: String, spelling: [Respelled]) {
    self.text = text
    self.spelling = spelling
    words = spelling.map(\.word)
  }

  /// The message as patterns and answers want it: many times dearer than its words.
  var written: WrittenMessage { WrittenMessage(text, respelled: words) }
}
