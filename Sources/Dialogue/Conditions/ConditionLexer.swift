/// Cuts a condition into words and marks.
struct ConditionLexer {
  struct Token: Hashable {
    enum Kind: Hashable {
      /// As typed, braces and what is in them included.
      case word
      case quoted
      /// `(` `)` `[` `]` `,` `<` `>` `<=` `>=` and marks that mean nothing here, as `==`.
      case mark
    }

    var kind: Kind
    /// What is between the quotes, of a quoted text.
    var text: String
    /// In Unicode scalars.
    var range: Range<Int>
  }

  static func tokens(of source: String) throws(SyntaxMistake) -> [Token] {
    let scalars = Array(source.unicodeScalars)
    var tokens: [Token] = []
    var index = 0
    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    while index < scalars.count {
      let start = index
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case _ where scalar.properties.isWhitespace: continue
      case "\"", "'":
        guard let end = scalars[index...].firstIndex(of: scalar) else {
          throw SyntaxMistake("this \(scalar) is not closed", offset: start, length: 1)
        }
        index = end + 1
        tokens.append(Token(kind: .quoted, text: string((start + 1)..<end), range: start..<index))
      case "(", ")", "[", "]", ",":
        tokens.append(Token(kind: .mark, text: string(start..<index), range: start..<index))
      case "<", ">", "=", "!", "&":
        while index < scalars.count, "=<>&".unicodeScalars.contains(scalars[index]) { index += 1 }
        tokens.append(Token(kind: .mark, text: string(start..<index), range: start..<index))
      default:
        index = start
        while index < scalars.count, !ends(scalars[index]) {
          if scalars[index] == "{" {
            guard let end = scalars[index...].firstIndex(of: "}") else {
              throw SyntaxMistake("this { has no } after it", offset: index, length: 1)
            }
            index = end
          }
          index += 1
        }
        tokens.append(Token(kind: .word, text: string(start..<index), range: start..<index))
      }
    }
    return tokens
  }

  private static func ends(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "()[],<>=!&\"".unicodeScalars.contains(scalar)
  }
}
