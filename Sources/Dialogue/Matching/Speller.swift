/// Brings a customer's words nearer to a bot's.
package struct Speller: Sendable {
  private let respeller: Respeller
  /// Whether the bot has patterns, which want to know where words stand.
  private let needsPlaces: Bool

  init(vocabulary: Set<String>, spelling: Bool, typos: Bool, needsPlaces: Bool) {
    self.needsPlaces = needsPlaces
    respeller = Respeller(vocabulary: vocabulary, chat: spelling, typos: typos)
  }

  /// How the message is tried first: respelled.
  ///
  /// - Parameters:
  ///   - words: more words of the bot, those of the open question.
  ///   - isAnswer: whether a question is open that the message may answer.
  package func reading(
    _ text: String, besides words: Set<String> = [], isAnswer: Bool = false
  ) -> Reading {
    guard isAnswer || needsPlaces else {
      return Reading(text: text, spelling: respeller.respelled(PlainText.words(text), with: words))
    }
    let written = WrittenMessage(text)
    return Reading(text: text, spelling: written.words.map { Respelled($0) }, written: written)
      .respelled(respeller.respelled(written.words, with: words))
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
    respeller.mended(reading.spelling, with: words).map { reading.respelled($0) }
  }
}

/// A message and how its words are read.
package struct Reading: Sendable {
  package let text: String
  package let spelling: [Respelled]
  /// Written plainly and respelled.
  package let words: [String]

  private let message: WrittenMessage?

  init(text: String, spelling: [Respelled], written: WrittenMessage? = nil) {
    self.text = text
    self.spelling = spelling
    words = spelling.map(\.word)
    message = written
  }

  /// The message as patterns and answers want it: many times dearer than its words.
  var written: WrittenMessage { message ?? WrittenMessage(text, respelled: words) }

  func respelled(_ spelling: [Respelled]) -> Reading {
    let isAnother = spelling.contains { $0.by != nil }
    return Reading(
      text: text, spelling: spelling,
      written: isAnother ? message?.respelled(as: spelling.map(\.word)) : message)
  }
}
