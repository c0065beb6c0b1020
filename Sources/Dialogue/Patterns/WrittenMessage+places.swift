extension WrittenMessage {
  /// A plain word and where it was typed.
  struct Place: Sendable, Hashable {
    var word: String
    var range: Range<String.Index>
    var chunk: Range<String.Index>
    var line: Int
  }

  /// The plain words of `text` with their places, line by line.
  static func places(in text: String) -> [Place] {
    var chunks: [(range: Range<String.Index>, line: Int)] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      for chunk in line.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
        chunks.append((chunk.startIndex..<chunk.endIndex, number))
      }
    }
    let words = PlainText.words(ofEach: chunks.map { text[$0.range] })
    let ranges = ranges(of: words, in: chunks.map { text[$0.range] })
    return chunks.indices.flatMap { chunk in
      words[chunk].indices.map { word in
        Place(
          word: words[chunk][word], range: ranges[chunk]?[word] ?? chunks[chunk].range,
          chunk: chunks[chunk].range, line: chunks[chunk].line)
      }
    }
  }

  /// Where each word of each chunk stands; nil for a chunk where that cannot be told.
  private static func ranges(of words: [[String]], in chunks: [Substring]) -> [[Range<String.Index>]?] {
    let isWhole = chunks.indices.map { chunk in
      words[chunk].isEmpty || words[chunk].count == 1 && chunks[chunk].unicodeScalars.allSatisfy(isOfWord)
    }
    let others = chunks.indices.filter { !isWhole[$0] }
    let belonging = belonging(others.map { chunks[$0] })
    var ranges = chunks.map { Optional([$0.startIndex..<$0.endIndex]) }
    var doubtful: [Int] = []
    for chunk in others {
      let runs = runs(in: chunks[chunk], belonging)
      if runs.count != words[chunk].count {
        ranges[chunk] = nil
      } else if runs != ranges[chunk] {
        ranges[chunk] = runs
        doubtful.append(chunk)
      }
    }
    let pieces = doubtful.flatMap { chunk in (ranges[chunk] ?? []).map { chunks[chunk][$0] } }
    var read = PlainText.words(ofEach: pieces)[...]
    for chunk in doubtful {
      let count = words[chunk].count
      if !zip(read.prefix(count), words[chunk]).allSatisfy({ $0 == [$1] }) { ranges[chunk] = nil }
      read = read.dropFirst(count)
    }
    return ranges
  }

  /// Whether characters beyond ASCII belong to words.
  private static func belonging(_ chunks: [Substring]) -> [Character: Bool] {
    var characters: Set<Character> = []
    for chunk in chunks {
      for character in chunk where !character.isASCII { characters.insert(character) }
    }
    let different = Array(characters)
    let words = PlainText.words(ofEach: different.map { Substring(String($0)) })
    return Dictionary(uniqueKeysWithValues: zip(different, words.map { !$0.isEmpty }))
  }

  /// Whether a scalar is of a word wherever it stands; where it is not, it may be all the same.
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x17F, 0x300...0x36F: true
    // Cyrillic, Hebrew, Arabic, Kana, Chinese characters and Hangul.
    case 0x400...0x481, 0x5D0...0x5EA, 0x620...0x64A, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF,
      0xAC00...0xD7A3:
      true
    default: false
    }
  }

  /// Where characters that belong to words stand together; a keycap emoji stands alone unless another follows.
  ///
  /// - Parameter belonging: whether each character beyond ASCII belongs to words.
  private static func runs(in chunk: Substring, _ belonging: [Character: Bool]) -> [Range<String.Index>] {
    func isOfWord(_ character: Character) -> Bool {
      character.isASCII ? character.isLetter || character.isNumber : belonging[character] ?? false
    }

    var runs: [Range<String.Index>] = []
    var start: String.Index?
    var inKeycap = false
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

  private static func isApostrophe(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex else {
      return false
    }
    return switch first {
    case "'", "’", "‘", "‛", "ʻ", "ʼ", "ʹ", "\u{374}", "´", "\u{1FFD}", "′": true
    default: false
    }
  }
}
