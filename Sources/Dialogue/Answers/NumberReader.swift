/// Reads whole numbers as customers type them: `10.000`, `10rb`, `Rp 1,5 juta`, `dua puluh lima`, `3 pcs`.
enum NumberReader {
  /// The number `text` is; nil if it is none, or not a whole one.
  static func number(_ text: some StringProtocol) -> Int? {
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return text.utf8.count <= digits ? Int(text) : nil
    }
    guard text.utf8.count <= 400, var parts = parts(of: plain(text)) else { return nil }
    var isNegative = false
    if parts.first == .minus {
      isNegative = true
      parts.removeFirst()
    }
    if case .word(let word) = parts.first, NumberWords.before.contains(word) { parts.removeFirst() }
    if parts.count > 1, case .word(let word) = parts.last, NumberWords.counters.contains(word) {
      parts.removeLast()
    }
    var grammarParts: [NumberGrammar.Part] = []
    for part in parts {
      switch part {
      case .minus: return nil
      case .word(let word): grammarParts += NumberWords.split(word).map { .word($0) }
      case .figure(let figure):
        guard let (digits, decimals) = value(of: figure) else { return nil }
        grammarParts.append(.figure(digits: digits, decimals: decimals))
      }
    }
    var grammar = NumberGrammar(grammarParts)
    return grammar.value().map { isNegative ? -$0 : $0 }
  }

  /// A figure has at most so many.
  static let digits = 15

  private enum Part: Hashable {
    case figure(String)
    case word(String)
    case minus
  }

  /// Small letters, plain digits, no keycaps.
  private static func plain(_ text: some StringProtocol) -> [Unicode.Scalar] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return text.utf8.map { Unicode.Scalar((0x41...0x5A).contains($0) ? $0 | 0x20 : $0) }
    }
    let scalars = text.unicodeScalars.flatMap { $0 == "\u{1F51F}" ? Array(" 10 ".unicodeScalars) : [$0] }
    // What stays apart here, letters from their accents, is in no number.
    return CompatibilityForm.decomposed(scalars).flatMap(\.properties.lowercaseMapping.unicodeScalars).filter
    {
      $0 != "\u{20E3}" && !$0.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func parts(of scalars: [Unicode.Scalar]) -> [Part]? {
    var parts: [Part] = []
    var index = 0
    func isDigit(_ place: Int) -> Bool { place < scalars.count && ("0"..."9").contains(scalars[place]) }
    while index < scalars.count {
      let start = index
      let scalar = scalars[index]
      index += 1
      if isDigit(start) {
        while isDigit(index)
          || index < scalars.count && ".,".unicodeScalars.contains(scalars[index]) && isDigit(index + 1)
        {
          index += 1
        }
        parts.append(.figure(String(String.UnicodeScalarView(scalars[start..<index]))))
      } else if scalar.properties.isAlphabetic {
        while index < scalars.count, scalars[index].properties.isAlphabetic { index += 1 }
        parts.append(.word(String(String.UnicodeScalarView(scalars[start..<index]))))
      } else if scalar == "-" || scalar == "\u{2212}" {
        if parts.isEmpty, isDigit(index) { parts.append(.minus) }
        // Otherwise the dash of `10.000,-` and of `twenty-five`.
        let isTail = scalars[index...].allSatisfy(\.properties.isWhitespace)
        let joinsWords = index < scalars.count && scalars[index].properties.isAlphabetic
        guard parts.last == .minus || isTail || joinsWords else { return nil }
      } else if !scalar.properties.isWhitespace && !".,!?~'\"*_".unicodeScalars.contains(scalar) {
        if scalar.isASCII || !scalar.properties.isEmoji { return nil }
      }
    }
    return parts
  }

  /// All digits of a figure, and how many stand after the decimal mark.
  ///
  /// A mark with three digits after each, or the same mark several times, groups thousands; a last other mark, or a
  /// single one with fewer digits after it, is the decimal mark.
  private static func value(of figure: String) -> (digits: Int, decimals: Int)? {
    let marks = figure.unicodeScalars.filter { $0 == "." || $0 == "," }
    let groups = figure.split { $0 == "." || $0 == "," }
    guard figure.utf8.count - marks.count <= Self.digits, let digits = Int(groups.joined()) else {
      return nil
    }
    guard let last = groups.last, let mark = marks.last else { return (digits, 0) }
    func areThousands(_ groups: ArraySlice<Substring>) -> Bool {
      groups.dropFirst().allSatisfy { $0.utf8.count == 3 } && (1...3).contains(groups.first?.utf8.count ?? 0)
        && (groups.count == 1 || groups.first?.first != "0")
    }
    if marks.allSatisfy({ $0 == mark }), areThousands(groups[...]) { return (digits, 0) }
    let before = marks.dropLast()
    guard before.allSatisfy({ $0 != mark && $0 == before.first }), last.utf8.count <= 3 else { return nil }
    if !before.isEmpty || groups.count > 2 {
      guard areThousands(groups.dropLast()) else { return nil }
    }
    return (digits, last.utf8.count)
  }
}
