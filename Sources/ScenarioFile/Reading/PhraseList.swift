import StrictYAML

/// Several phrases that an author wrote as one, as in `keywords: halo, hai`.
struct PhraseList {
  private let phrases: [Substring]

  /// Nil if the text is one phrase.
  ///
  /// - Parameter isAlone: whether the text is all of the value; quotes in a list are there on purpose.
  init?(_ scalar: Node.Scalar, isAlone: Bool) {
    guard isAlone || scalar.style == .plain else { return nil }
    let text = scalar.text.withoutFinalBreaks(scalar.style)
    let characters = Array(text)
    var cuts: [String.Index] = []
    for (offset, index) in text.indices.enumerated() {
      let isBetweenDigits =
        offset > 0 && offset + 1 < characters.count
        && characters[offset - 1].isNumber && characters[offset + 1].isNumber
      switch text[index] {
      case ",", ";", "\u{FF0C}", "\u{3001}": if !isBetweenDigits { cuts.append(index) }
      case "/", "\n": if isAlone, !isBetweenDigits { cuts.append(index) }
      default: break
      }
    }
    var parts: [Substring] = []
    var start = text.startIndex
    for cut in cuts + [text.endIndex] {
      parts.append(text[start..<cut].trimmingSpaces())
      start = cut == text.endIndex ? cut : text.index(after: cut)
    }
    phrases = parts.filter { $0.contains { $0.isLetter || $0.isNumber } }
    guard phrases.count > 1 else { return nil }
  }

  /// The list as it should be written.
  var written: String {
    "["
      + phrases.map { Self.isPlain($0) ? String($0) : "\"\($0.replacing("\"", with: ""))\"" }
      .joined(separator: ", ") + "]"
  }

  private static func isPlain(_ phrase: Substring) -> Bool {
    phrase.first?.isLetter == true
      && phrase.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
  }
}
