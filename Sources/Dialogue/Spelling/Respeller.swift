/// Respells a customer's words that are no words of the bot, so that they meet the bot's.
package struct Respeller: Sendable {
  private let vocabulary: Set<String>
  /// Whether the bot has words beyond ASCII.
  private let isBeyondASCII: Bool
  private let chat: Bool
  private let typos: TypoIndex?

  /// - Parameters:
  ///   - vocabulary: the plain words of every keyword, `exact` and pattern.
  ///   - chat: whether `match: {spelling: id-chat}`: the chat dictionary and endings.
  ///   - typos: whether `match: {typos: on}`.
  package init(vocabulary: Set<String>, chat: Bool = true, typos: Bool = true) {
    self.vocabulary = vocabulary
    isBeyondASCII = !vocabulary.allSatisfy(\.isASCIIWord)
    self.chat = chat
    self.typos = typos ? TypoIndex(vocabulary) : nil
  }

  /// The first climb: letters held down, chat words, endings.
  ///
  /// - Parameters:
  ///   - words: written plainly.
  ///   - more: words that are the bot's at this question alone: labels and listed words.
  package func respelled(_ words: [String], with more: Set<String> = []) -> [Respelled] {
    let isBeyondASCII = isBeyondASCII || !more.allSatisfy(\.isASCIIWord)
    return words.map { word in
      // Letters beyond ASCII are dear to look up, and none of these stages takes one off.
      guard isBeyondASCII || word.isASCIIWord else { return Respelled(word) }
      let isKnown: (String) -> Bool = { vocabulary.contains($0) || more.contains($0) }
      guard chat, !isKnown(word) else { return Respelled(word) }
      return Self.respelled(word, isKnown) ?? Respelled(word)
    }
  }

  /// The other word of the bot that a word of the bot would be read as if it were none; nil for most.
  func meaning(of word: String) -> String? {
    Self.respelled(word) { vocabulary.contains($0) && $0 != word }?.word
  }

  private static func respelled(_ word: String, _ isKnown: (String) -> Bool) -> Respelled? {
    if let short = Repetition.candidates(for: word).first(where: isKnown) {
      return Respelled(short, original: word, by: .repeatedLetters)
    }
    if let long = ChatDictionary.meanings(of: word).first(where: isKnown) {
      return Respelled(long, original: word, by: .chat)
    }
    if let stem = Ending.stems(of: word).first(where: isKnown) {
      return Respelled(stem, original: word, by: .ending)
    }
    return nil
  }

  /// The second climb, where nothing matched: words still unknown become the one nearest word of the bot.
  ///
  /// - Returns: nil if that changes nothing, so that there is nothing to climb for.
  package func mended(_ words: [Respelled], with more: Set<String> = []) -> [Respelled]? {
    guard let typos else { return nil }
    let others = more.isEmpty ? nil : TypoIndex(more)
    var isChanged = false
    let mended = words.map { word in
      guard word.by == nil, word.word.utf8.count >= TypoIndex.least, !vocabulary.contains(word.word),
        !more.contains(word.word), !CommonWords.contains(word.word),
        let near = TypoIndex.only(typos.nearest(word.word) + (others?.nearest(word.word) ?? []))
      else { return word }
      isChanged = true
      return Respelled(near, original: word.word, by: .typo)
    }
    return isChanged ? mended : nil
  }
}

/// A word of a message, as it is compared.
package struct Respelled: Sendable, Hashable, Codable {
  /// What made a word one of the bot's.
  package enum Stage: String, Sendable, Hashable, Codable {
    case repeatedLetters = "repeated letters"
    case chat = "chat dictionary"
    case ending
    case typo
  }

  package var word: String
  /// Written plainly, before it was respelled.
  package var original: String
  /// Nil if it was not.
  package var by: Stage?

  package init(_ word: String, original: String? = nil, by stage: Stage? = nil) {
    self.word = word
    self.original = original ?? word
    by = stage
  }
}
