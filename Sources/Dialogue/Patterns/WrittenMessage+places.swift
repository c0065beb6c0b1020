extension WrittenMessage {
  /// A plain word and where it was typed.
  struct Place {
    var word: String
    var range: Range<String.Index>
    var chunk: Range<String.Index>
    var line: Int
  }

  /// The plain words of `text` with their places, line by line.
  static func places(in text: String) -> [Place] {
    var places: [Place] = []
    var belonging: [Character: Bool] = [:]
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      for chunk in line.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
        let whole = chunk.startIndex..<chunk.endIndex
        let words = PlainText.words(String(text[whole]))
        guard !words.isEmpty else { continue }
        let runs = chunk.allSatisfy(isOfWord) ? [whole] : runs(in: text[whole], &belonging)
        // One character may be several words: `½` is written plainly as `1 2`.
        let isExact =
          runs.count == words.count
          && (runs == [whole]
            || zip(runs, words).allSatisfy { run, word in PlainText.words(String(text[run])) == [word] })
        for (index, word) in words.enumerated() {
          let range = isExact ? runs[index] : whole
          places.append(Place(word: word, range: range, chunk: whole, line: number))
        }
      }
    }
    return places
  }

  /// Whether a scalar is of a word wherever it stands; where it is not, it may be all the same.
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x17F, 0x300...0x36F: true
    default: false
    }
  }

  /// Where characters that belong to words stand together; a keycap emoji stands alone unless another follows.
  ///
  /// - Parameter belonging: whether characters beyond ASCII belong to words, as far as it is known.
  private static func runs(in chunk: Substring, _ belonging: inout [Character: Bool]) -> [Range<String.Index>]
  {
    func isOfWord(_ character: Character) -> Bool {
      if character.isASCII { return character.isLetter || character.isNumber }
      if let known = belonging[character] { return known }
      let belongs = !PlainText.words(String(character)).isEmpty
      belonging[character] = belongs
      return belongs
    }

    var runs: [Range<String.Index>] = []
    var start: String.Index?
    var inKeycap = false
    func isApostrophe(_ character: Character) -> Bool { "'’‘‛ʻʼʹ´′".contains(character) }
    var index = chunk.startIndex
    while index < chunk.endIndex {
      let character = chunk[index]
      let next = chunk.index(after: index)
      let isKeycap = character.unicodeScalars.contains("\u{20E3}") || character == "\u{1F51F}"
      let belongs = isOfWord(character)
      let joins =
        isApostrophe(character) && start != nil && next < chunk.endIndex && !isApostrophe(chunk[next])
      if let begun = start, !belongs && !joins || isKeycap != inKeycap {
        runs.append(begun..<index)
        start = nil
      }
      if belongs, start == nil {
        start = index
        inKeycap = isKeycap
      }
      if start == nil { inKeycap = false }
      index = next
    }
    if let start { runs.append(start..<chunk.endIndex) }
    return runs
  }
}
