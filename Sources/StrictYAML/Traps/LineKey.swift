/// The key that a line begins with.
struct LineKey {
  /// The column of the value, from 0; the line's length if it has none.
  let value: Int

  /// Nil if there is no `key: ` at `start`.
  init?(_ line: [Unicode.Scalar], from start: Int) {
    var column = start
    if line[start] == "\"" || line[start] == "'" {
      guard let close = QuotedText.end(line, from: start) else { return nil }
      column = close + 1
      while column < line.count, line[column] == " " { column += 1 }
      guard column < line.count, Self.isColon(line, column) else { return nil }
    } else {
      guard !"[{|>*&!%@`,]}#".unicodeScalars.contains(line[start]) else { return nil }
      while column < line.count, !Self.isColon(line, column) {
        if line[column] == "#", line[column - 1 < start ? start : column - 1] == " " { return nil }
        column += 1
      }
      guard column < line.count else { return nil }
    }
    column += 1
    while column < line.count, line[column] == " " { column += 1 }
    value = column
  }

  /// Whether the scalar is a colon that ends a key: at the line's end or before a space.
  static func isColon(_ line: [Unicode.Scalar], _ column: Int) -> Bool {
    line[column] == ":" && (column + 1 == line.count || line[column + 1] == " " || line[column + 1] == "\t")
  }

  /// The colon in a line such as `halo:hai`; nil if the line does not look like that.
  static func missingSpace(_ line: [Unicode.Scalar], from start: Int) -> Int? {
    guard let colon = line[start...].firstIndex(of: ":"), colon > start, colon + 1 < line.count,
      line[colon + 1] != "/"
    else { return nil }
    let isName = line[start..<colon].allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "_.-".unicodeScalars.contains($0)
    }
    return isName && line[start].properties.isAlphabetic ? colon : nil
  }

  /// How a line without a colon was perhaps meant, as an advice; nil if it does not look like a key.
  ///
  /// - Parameter isHead: whether the lines below are indented deeper.
  static func advice(_ line: [Unicode.Scalar], from start: Int, isHead: Bool) -> String? {
    let text = line[start...]
    let word = text.prefix { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" }
    guard !word.isEmpty else { return nil }
    let rest = text.dropFirst(word.count).drop { $0 == " " }
    guard let first = rest.first, first != "#" else { return isHead ? "Write `\(String(word)):`." : nil }
    let isSign = first == "=" || first == "\u{FF1A}" || first == ";" || first == ","
    guard isSign || first == "[" || first == "{" || first == "\"" || first == "'" else { return nil }
    let value = isSign ? rest.dropFirst().drop { $0 == " " } : rest
    return "Write `\(String(word)): \(String(value.prefix(40)))\(value.count > 40 ? "…" : "")`."
  }
}

/// A text in quotes, on one line.
enum QuotedText {
  /// The column of the closing quote of the one at `start`; nil if it is not on this line.
  static func end(_ line: [Unicode.Scalar], from start: Int) -> Int? {
    end(line, from: start + 1, quote: line[start])
  }

  /// The column of the first `quote` from `start` on that ends a text.
  static func end(_ line: [Unicode.Scalar], from start: Int, quote: Unicode.Scalar) -> Int? {
    var column = start
    while column < line.count {
      if quote == "\"", line[column] == "\\" {
        column += 2
      } else if line[column] != quote {
        column += 1
      } else if quote == "'", column + 1 < line.count, line[column + 1] == "'" {
        column += 2
      } else {
        return column
      }
    }
    return nil
  }
}
