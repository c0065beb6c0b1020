extension TextTemplate {
  /// What is wrong with a text, and where.
  package struct Mistake: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// `{` without its `}`.
      case unclosed
      /// `{}` or `{|Kak}`.
      case emptyName
      /// A name that is none, see ``VariableName``.
      case badName(String)
      /// `{total:rupee}`: there is no such format.
      case format(name: String, format: String)
      /// A `{` inside `{…}`.
      case nestedBrace
    }

    package var kind: Kind
    /// Where it begins, in Unicode scalars from the start of the text.
    package var offset: Int
    /// How many Unicode scalars it covers; at least 1.
    package var length: Int

    /// One sentence for the author.
    package var message: String {
      switch kind {
      case .unclosed: "this { has no } after it"
      case .emptyName: "there is no name between { and }"
      case .badName(let name):
        "\"\(name)\" is not a name: use small letters, digits, _ and ., beginning with a letter"
      case .format(let name, let format): "\"\(format)\" in {\(name):\(format)} is no format"
      case .nestedBrace: "there is a { inside { }"
      }
    }

    /// What to do about it.
    package var hint: String {
      switch kind {
      case .unclosed: "close it, or write {{ to show a brace"
      case .emptyName: "write the name of a variable, for example {contact.name}, or {{ to show a brace"
      case .badName(let name):
        if case let small = VariableName.suggestion(for: name), !small.isEmpty {
          "perhaps {\(small)}"
        } else {
          "write {{ to show a brace"
        }
      case .format(let name, _):
        "write {\(name)}, or one of "
          + TextFormat.allCases.map { "{\(name):\($0.rawValue)}" }.joined(separator: " ")
      case .nestedBrace: "a default may not hold braces; write {{ to show a brace"
      }
    }
  }

  /// Reads a text as an author writes it.
  ///
  /// A `}` by itself is a `}`. Names are those of ``VariableName``; a default is everything from the first `|` to the
  /// `}` and may be empty. Between them may stand `:` and a format.
  package static func parse(_ text: String) throws(Mistake) -> TextTemplate {
    let scalars = Array(text.unicodeScalars)
    var pieces: [Piece] = []
    var literal = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "{" else {
        literal.append(scalars[index])
        index += 1
        continue
      }
      if index + 1 < scalars.count, scalars[index + 1] == "{" {
        literal.append("{")
        index += 2
        continue
      }
      if !literal.isEmpty {
        pieces.append(.literal(String(literal)))
        literal.removeAll()
      }
      let end = try closingBrace(scalars, after: index)
      pieces.append(try slot(scalars[(index + 1)..<end]))
      index = end + 1
    }
    if !literal.isEmpty || pieces.isEmpty { pieces.append(.literal(String(literal))) }
    return TextTemplate(pieces: pieces)
  }

  private static func closingBrace(
    _ scalars: [Unicode.Scalar], after open: Int
  ) throws(Mistake) -> Int {
    var index = open + 1
    while index < scalars.count {
      if scalars[index] == "}" { return index }
      if scalars[index] == "{" {
        // Only a mistake of nesting if the inner brace closes; otherwise the author forgot to close the outer one.
        guard let end = scalars[index...].firstIndex(of: "}") else { break }
        if scalars[end...].dropFirst().contains("}") {
          throw Mistake(kind: .nestedBrace, offset: index, length: 1)
        }
        break
      }
      index += 1
    }
    throw Mistake(kind: .unclosed, offset: open, length: 1)
  }

  private static func slot(_ inside: ArraySlice<Unicode.Scalar>) throws(Mistake) -> Piece {
    let bar = inside.firstIndex(of: "|")
    let name = inside[..<(bar ?? inside.endIndex)]
    let fallback = bar.map { string(inside[($0 + 1)...]) }
    guard !name.isEmpty else {
      throw Mistake(kind: .emptyName, offset: inside.startIndex - 1, length: inside.count + 2)
    }
    if VariableName.isName(name) { return .slot(name: string(name), fallback: fallback) }
    if let colon = name.firstIndex(of: ":"), VariableName.isName(name[..<colon]) {
      if let format = TextFormat(rawValue: string(name[(colon + 1)...])) {
        return .slot(name: string(name[..<colon]), format: format, fallback: fallback)
      }
      throw Mistake(
        kind: .format(name: string(name[..<colon]), format: string(name[(colon + 1)...])), offset: colon,
        length: name.endIndex - colon)
    }
    throw Mistake(kind: .badName(string(name)), offset: name.startIndex, length: name.count)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
