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
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      for chunk in line.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
        let whole = chunk.startIndex..<chunk.endIndex
        let words = PlainText.words(String(text[whole]))
        guard !words.isEmpty else { continue }
        let runs = runs(in: text[whole])
        let isExact =
          runs.count == words.count
          && zip(runs, words).allSatisfy { run, word in
            PlainText.words(String(text[run])) == [word]
          }
        for (index, word) in words.enumerated() {
          let range = isExact ? runs[index] : whole
          places.append(Place(word: word, range: range, chunk: whole, line: number))
        }
      }
    }
    return places
  }

  /// Where characters that belong to words stand together; a keycap emoji stands alone unless another follows.
  private static func runs(in chunk: Substring) -> [Range<String.Index>] {
    var runs: [Range<String.Index>] = []
    var start: String.Index?
    var inKeycap = false
    func isApostrophe(_ character: Character) -> Bool { "'’‘‛ʻʼʹ´′".contains(character) }
    var index = chunk.startIndex
    while index < chunk.endIndex {
      let character = chunk[index]
      let next = chunk.index(after: index)
      let isKeycap = character.unicodeScalars.contains("\u{20E3}") || character == "\u{1F51F}"
      let belongs =
        character.isASCII
        ? character.isLetter || character.isNumber : !PlainText.words(String(character)).isEmpty
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
