import Foundation

extension PlainText {
  /// The words of a text that has characters beyond ASCII.
  static func unicodeWords(_ text: String) -> [String] { unicodeLines(text).flatMap(\.self) }

  /// The words of each line of such a text.
  static func unicodeLines(_ text: String) -> [[String]] {
    var lines: [[String]] = []
    let decomposed = CompatibilityForm.decomposed(withoutEmoji(text))
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var isComposed = true
    var apostrophe = false

    func close() {
      guard !word.isEmpty else { return }
      let string = String(word)
      words.append(isComposed ? string : string.precomposedStringWithCanonicalMapping)
      word.removeAll()
      isComposed = true
    }

    func append(_ scalar: Unicode.Scalar) {
      if CompatibilityForm.mayCompose(scalar) { isComposed = false }
      word.append(scalar)
    }

    /// Whether marks that follow are accents, which go, or vowel signs, which stay.
    var marksAreAccents = true

    for scalar in decomposed {
      // The letter `ŉ` has an apostrophe inside, which shows only now.
      if scalar == "'" || scalar == "\u{2BC}" {
        if word.isEmpty || apostrophe { close() } else { apostrophe = true }
        continue
      }
      switch kind(of: scalar) {
      case .letter:
        apostrophe = false
        marksAreAccents = scalar.value < 0x700
        switch scalar.value {
        case 0x41...0x5A: append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
        case 0x61...0x7A, 0x30...0x39: append(scalar)
        case 0x3C2: append("\u{3C3}")  // a sigma at a word's end is the same letter
        case 0xDF, 0x1E9E:
          append("s")
          append("s")
        default:
          for lower in scalar.properties.lowercaseMapping.unicodeScalars { append(lower) }
        }
      case .mark:
        guard !marksAreAccents, !word.isEmpty, !apostrophe else { continue }
        append(scalar)
        isComposed = false
      case .separator:
        close()
        apostrophe = false
        guard scalar == "\n" else { continue }
        lines.append(words)
        words = []
      }
    }
    close()
    lines.append(words)
    return lines
  }

  private enum ScalarKind { case letter, mark, separator }

  private static func kind(of scalar: Unicode.Scalar) -> ScalarKind {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .letter
    case 0..<0x80: return .separator
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    default: return .separator
    }
  }

  /// `text` with keycap emoji as digits, other emoji as spaces, zero-width characters off and one kind of apostrophe.
  ///
  /// This comes before NFKC, which would turn ™️, ℹ️ and Ⓜ️ into letters.
  private static func withoutEmoji(_ text: String) -> [Unicode.Scalar] {
    let scalars = Array(text.unicodeScalars)
    var plain: [Unicode.Scalar] = []
    plain.reserveCapacity(scalars.count)
    var afterKeycap = false
    var marks = 0
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if let length = keycapLength(scalars, at: index) {
        if !afterKeycap { plain.append(" ") }
        plain.append(scalar)
        afterKeycap = true
        index += length
        continue
      }
      index += 1
      marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
      // Piles of marks are slow to normalise, and no writing piles up so many (UAX #15, Stream-Safe Text Format).
      if marks > 30 { continue }
      if scalar.properties.isDefaultIgnorableCodePoint { continue }
      if afterKeycap { plain.append(" ") }
      afterKeycap = false
      switch scalar {
      case "\u{1F51F}": plain.append(contentsOf: " 10 ".unicodeScalars)
      case "\u{2018}", "\u{2019}", "\u{201B}", "\u{02BB}", "\u{02BC}", "\u{02B9}", "\u{00B4}", "\u{2032}":
        plain.append("'")
      // Honorifics of 18 and 8 letters: as letters they would make a long message eighteen times longer.
      case "\u{FDFA}", "\u{FDFB}": plain.append(" ")
      default: plain.append(!scalar.isASCII && scalar.properties.isEmoji ? " " : scalar)
      }
    }
    return plain
  }

  /// How many scalars the keycap emoji of a digit at `index` has: the digit, perhaps U+FE0F, and U+20E3.
  private static func keycapLength(_ scalars: [Unicode.Scalar], at index: Int) -> Int? {
    guard ("0"..."9").contains(scalars[index]) else { return nil }
    func scalar(_ offset: Int) -> Unicode.Scalar? {
      index + offset < scalars.count ? scalars[index + offset] : nil
    }
    if scalar(1) == "\u{20E3}" { return 2 }
    if scalar(1) == "\u{FE0F}" && scalar(2) == "\u{20E3}" { return 3 }
    return nil
  }
}
