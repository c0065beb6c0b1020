/// A customer's message as typed, and the plain words it is made of, each with its place in the text.
package struct WrittenMessage: Sendable, Hashable {
  /// A word, or a part of one: words are cut between letters and digits, so that `INV1001` and `INV-1001` are alike.
  struct Token: Sendable, Hashable {
    /// Written plainly and respelled; empty where a line ends.
    var plain: String
    /// Written plainly, not respelled.
    var written: String
    var range: Range<String.Index>
    /// What stands between blanks around it.
    var chunk: Range<String.Index>
    /// The number of its word in ``words``; of the next word where a line ends.
    var word: Int
    var startsWord: Bool
    /// Where it begins and ends, in characters from the start of the text.
    var start = 0
    var end = 0
    var isLineBreak: Bool { plain.isEmpty }
  }

  /// As typed.
  package let text: String
  /// The plain words, respelled where they were.
  package let words: [String]
  let tokens: [Token]
  let vocabulary: Set<String>

  /// - Parameter respelled: ``PlainText/words(_:)`` of `text` after respelling, as many words; nil if nothing is respelled.
  package init(_ text: String, respelled: [String]? = nil) {
    self.text = text
    var places = Self.places(in: text)
    let plain = PlainText.words(text)
    if places.map(\.word) != plain {
      let whole = text.startIndex..<text.endIndex
      places = plain.map { Place(word: $0, range: whole, chunk: whole, line: 0) }
    }
    words = respelled?.count == plain.count ? respelled ?? plain : plain
    var tokens: [Token] = []
    for (number, place) in places.enumerated() {
      if number > 0, places[number - 1].line != place.line {
        let end = places[number - 1].chunk.upperBound
        tokens.append(
          Token(plain: "", written: "", range: end..<end, chunk: end..<end, word: number, startsWord: true))
      }
      tokens += Self.tokens(of: place, respelled: words[number], number: number, in: text)
    }
    Self.measure(&tokens, in: text)
    self.tokens = tokens
    vocabulary = Set(tokens.lazy.map(\.plain))
  }

  /// Cuts a plain word between letters and digits.
  static func parts(of word: String) -> [Substring] {
    var parts: [Substring] = []
    var start = word.startIndex
    var index = start
    while index < word.endIndex {
      let next = word.index(after: index)
      if next == word.endIndex || isDigit(word[index]) != isDigit(word[next]) {
        parts.append(word[start..<next])
        start = next
      }
      index = next
    }
    return parts
  }

  /// Counts characters once, so that a length is a difference.
  private static func measure(_ tokens: inout [Token], in text: String) {
    var index = text.startIndex
    var count = 0
    func characters(to place: String.Index) -> Int {
      if place > index {
        count += text.distance(from: index, to: place)
        index = place
      }
      return count
    }
    for number in tokens.indices {
      tokens[number].start = characters(to: tokens[number].range.lowerBound)
      tokens[number].end = characters(to: tokens[number].range.upperBound)
    }
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  private static func tokens(
    of place: Place, respelled: String, number: Int, in text: String
  ) -> [Token] {
    guard respelled == place.word else {
      return [
        Token(
          plain: respelled, written: place.word, range: place.range, chunk: place.chunk, word: number,
          startsWord: true)
      ]
    }
    let typed = text[place.range]
    let isAligned = place.word.count == typed.count
    var start = place.range.lowerBound
    return parts(of: place.word).enumerated().map { index, part in
      let end = isAligned ? text.index(start, offsetBy: part.count) : place.range.upperBound
      defer { start = isAligned ? end : start }
      return Token(
        plain: String(part), written: String(part), range: start..<end, chunk: place.chunk, word: number,
        startsWord: index == 0)
    }
  }
}
