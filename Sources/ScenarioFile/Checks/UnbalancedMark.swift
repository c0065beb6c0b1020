import Dialogue

/// A `*`, `_` or `~` that begins bold, italic or struck text on a line and is never closed, so that WhatsApp shows it.
struct UnbalancedMark {
  var mark: Character
  /// The mark and what stands right behind it.
  var written: String

  private static let names: [Character: String] = ["*": "bold", "_": "italic", "~": "struck"]

  /// What the mark makes of a text.
  var effect: String { Self.names[mark] ?? "" }

  /// The first of a text; nil if all are closed.
  init?(in template: TextTemplate) {
    let text = template.pieces.map { piece in
      switch piece {
      case .literal(let text): text
      // A value is like a word.
      case .slot: "\u{FFFC}"
      }
    }.joined()
    // Between three of them nothing is formatted.
    guard text.contains(where: { Self.names[$0] != nil }), !text.contains("```") else { return nil }
    for line in text.split(whereSeparator: \.isNewline) {
      for mark in Self.names.keys.sorted() {
        guard let open = Self.unclosed(mark, in: Array(line)) else { continue }
        self.mark = mark
        written = String(line.dropFirst(open).prefix { !$0.isWhitespace && $0 != "\u{FFFC}" })
        return
      }
    }
    return nil
  }

  /// Where a mark begins something and nothing behind it ends it.
  private static func unclosed(_ mark: Character, in line: [Character]) -> Int? {
    var open: Int?
    var isFootnote = false
    for index in line.indices where line[index] == mark {
      let before = index > 0 ? line[index - 1] : " "
      let after = index + 1 < line.count ? line[index + 1] : " "
      // The middle of an address or a name.
      if isInside(before, after) { continue }
      if open != nil, !before.isWhitespace, !isWord(after) {
        open = nil
      } else if open == nil, !isWord(before), before != "/", isBeginning(after, of: mark) {
        open = index
      } else if !before.isWhitespace, !isWord(after) {
        isFootnote = true
      }
    }
    return isFootnote ? nil : open
  }

  private static func isInside(_ before: Character, _ after: Character) -> Bool {
    isWord(before) && isWord(after)
  }

  private static func isBeginning(_ after: Character, of mark: Character) -> Bool {
    // `~5 menit` is about five minutes.
    if mark == "~", after.isNumber { return false }
    return isWord(after) || names[after] != nil && after != mark || "\"'([{".contains(after)
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "\u{FFFC}"
  }
}
