extension Expectation {
  /// Reads the value of `expect`: `text 2-60`, `digits 16`, `one of [a, b]`, `pattern INV-{number:digits 4-8}`.
  ///
  /// - Parameter synonyms: what `@name` in a pattern stands for.
  package init(parsing text: String, synonyms: [String: [String]] = [:]) throws(SyntaxMistake) {
    let phrase = ExpectedPhrase(text)
    switch phrase.word {
    case "text": self = .text(try phrase.lengths(upTo: Limits.text, byDefault: 1...Limits.text))
    case "number": self = .number(try phrase.numbers())
    case "digits":
      self = .digits(try phrase.lengths(upTo: PatternSlot.digits, byDefault: 1...PatternSlot.digits))
    case "date": self = .date(try phrase.dates())
    case "phone", "email", "time", "yes-no", "media":
      try phrase.finish()
      self =
        switch phrase.word {
        case "phone": .phone
        case "email": .email
        case "time": .time
        case "media": .media
        default: .yesNo
        }
    case "one": self = .oneOf(try Self.listed(phrase))
    case "pattern":
      var (source, offset) = phrase.remainder
      for quote in ["\"", "'"] where source.count >= 2 && source.hasPrefix(quote) && source.hasSuffix(quote) {
        source = String(source.dropFirst().dropLast())
        offset += 1
      }
      do {
        self = .pattern(try Pattern(parsing: source, synonyms: synonyms))
      } catch { throw error.shifted(by: offset) }
    default: throw phrase.unknown("\"\(phrase.word)\" is nothing a question can expect", among: Self.kinds)
    }
  }

  private static func listed(_ phrase: ExpectedPhrase) throws(SyntaxMistake) -> [String] {
    let (rest, offset) = phrase.remainder
    func mistake(_ message: String) -> SyntaxMistake {
      SyntaxMistake(
        message, offset: offset, length: rest.unicodeScalars.count, hint: "write one of [small, large]")
    }
    guard rest.lowercased().hasPrefix("of") else { throw mistake("`of` is missing after `one`") }
    let list = String(rest.dropFirst(2)).trimmed()
    guard list.hasPrefix("["), list.hasSuffix("]"), list.count > 2 else {
      throw mistake("a list between [ and ] is missing after `one of`")
    }
    let items = list.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
      .map { item in
        let item = item.trimmed()
        let isQuoted = item.count >= 2 && item.first == item.last && (item.first == "\"" || item.first == "'")
        return isQuoted ? String(item.dropFirst().dropLast()) : item
      }
    var seen: [[String]: String] = [:]
    for item in items {
      let words = PlainText.words(item)
      guard !words.isEmpty else { throw mistake("the list has an entry without words") }
      if let other = seen.updateValue(item, forKey: words) {
        throw mistake("\"\(other)\" and \"\(item)\" are the same answer")
      }
    }
    return items
  }
}
