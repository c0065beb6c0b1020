extension PatternSlot {
  static let kinds = ["text", "word", "number", "digits", "phone", "date", "time"]

  /// Reads what stands between the braces: `number:digits 4-8`.
  init(parsing text: String) throws(SyntaxMistake) {
    let length = text.unicodeScalars.count
    guard let colon = text.firstIndex(of: ":") else {
      throw SyntaxMistake(
        "a slot of a pattern needs its kind", length: length,
        hint: "write {\(text.trimmed().isEmpty ? "name" : text.trimmed()):text}", candidates: Self.kinds)
    }
    let name = String(text[..<colon]).trimmed()
    guard VariableName.isOwn(name) else {
      throw SyntaxMistake(
        "\"\(name)\" is not a name: use small letters, digits, _ and ., beginning with a letter",
        length: max(1, text[..<colon].unicodeScalars.count))
    }
    let before = text[...colon].unicodeScalars.count
    let kind: Kind
    do {
      kind = try Self.kind(parsing: String(text[text.index(after: colon)...]))
    } catch { throw error.shifted(by: before) }
    self.init(name: name, kind: kind)
  }

  private static func kind(parsing text: String) throws(SyntaxMistake) -> Kind {
    let phrase = ExpectedPhrase(text)
    switch phrase.word {
    case "text": return .text(try phrase.lengths(upTo: Limits.text, byDefault: 1...Limits.text))
    case "word": return .word(try phrase.lengths(upTo: Limits.text, byDefault: 1...Limits.text))
    case "number": return .number(try phrase.numbers())
    case "digits": return .digits(try phrase.lengths(upTo: Self.digits, byDefault: 1...Self.digits))
    case "phone":
      try phrase.finish()
      return .phone
    case "date": return .date(try phrase.dates())
    case "time":
      try phrase.finish()
      return .time
    default:
      throw phrase.unknown("\"\(phrase.word)\" is no kind of slot", among: kinds)
    }
  }
}
