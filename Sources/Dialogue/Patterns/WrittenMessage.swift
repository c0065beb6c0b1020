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
    /// Whether it is made of the digits 0 to 9.
    var isNumeric = false
    var isLineBreak: Bool { plain.isEmpty }
  }

  /// As typed.
  package let text: String
  /// The plain words, respelled where they were.
  package let words: [String]
  let tokens: [Token]
  /// What each token was written as, plainly.
  let parts: [String]
  private let places: [Place]

  /// - Parameter respelled: ``PlainText/words(_:)`` of `text` after respelling, as many words; nil if nothing is respelled.
  package init(_ text: String, respelled: [String]? = nil) {
    let places = Self.places(in: text)
    self.init(text, places, words: respelled ?? places.map(\.word))
  }

  /// The same message with its words respelled in another way.
  func respelled(as words: [String]) -> WrittenMessage {
    WrittenMessage(text, places, words: words)
  }

  /// Its words written plainly, not respelled.
  var written: [String] { places.map(\.word) }

  private init(_ text: String, _ places: [Place], words: [String]) {
    self.text = text
    self.places = places
    let words = words.count == places.count ? words : places.map(\.word)
    self.words = words
    var lengths = Lengths(text)
    var tokens: [Token] = []
    for (number, place) in places.enumerated() {
      if number > 0, places[number - 1].line != place.line {
        let end = places[number - 1].chunk.upperBound
        tokens.append(
          Token(plain: "", written: "", range: end..<end, chunk: end..<end, word: number, startsWord: true))
      }
      tokens += Self.tokens(of: place, respelled: words[number], number: number, &lengths)
    }
    Self.measure(&tokens, in: text)
    self.tokens = tokens
    parts = tokens.map(\.written)
  }

  /// How many characters the place of a word has, asked once for words that share one.
  private struct Lengths {
    let text: String
    private var last: (range: Range<String.Index>, count: Int)?

    init(_ text: String) { self.text = text }

    mutating func count(of range: Range<String.Index>) -> Int {
      if let last, last.range == range { return last.count }
      let count = text[range].count
      last = (range, count)
      return count
    }
  }

  /// Cuts a plain word between letters and digits.
  static func parts(of word: String) -> [Substring] {
    guard mayHaveParts(word) else { return word.isEmpty ? [] : [word[...]] }
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

  /// False for most words that are one part.
  private static func mayHaveParts(_ word: String) -> Bool {
    var digits = 0
    for byte in word.utf8 where (0x30...0x39).contains(byte) { digits += 1 }
    return digits > 0 && digits < word.utf8.count
  }

  /// Counts characters once, so that a length is a difference, and finds the figures.
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
      tokens[number].isNumeric = isNumeric(tokens[number].written)
    }
  }

  private static func isNumeric(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  private static func tokens(
    of place: Place, respelled: String, number: Int, _ lengths: inout Lengths
  ) -> [Token] {
    guard respelled == place.word else {
      return [
        Token(
          plain: respelled, written: place.word, range: place.range, chunk: place.chunk, word: number,
          startsWord: true)
      ]
    }
    let parts = parts(of: place.word)
    guard parts.count > 1 else {
      return [
        Token(
          plain: place.word, written: place.word, range: place.range, chunk: place.chunk, word: number,
          startsWord: true)
      ]
    }
    let text = lengths.text
    let isAligned = place.word.count == lengths.count(of: place.range)
    var start = place.range.lowerBound
    return parts.enumerated().map { index, part in
      let end = isAligned ? text.index(start, offsetBy: part.count) : place.range.upperBound
      defer { start = isAligned ? end : start }
      return Token(
        plain: String(part), written: String(part), range: start..<end, chunk: place.chunk, word: number,
        startsWord: index == 0)
    }
  }
}
