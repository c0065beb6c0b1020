/// What a question takes as an answer: the value of `expect`.
package enum Expectation: Sendable, Hashable {
  /// So many characters.
  case text(ClosedRange<Int>)
  case number(NumberRange)
  /// So many digits.
  case digits(ClosedRange<Int>)
  case phone
  case email
  case date(DateExpectation)
  case time
  case yesNo
  /// One of these, as the author listed them.
  case oneOf([String])
  case pattern(Pattern)
  /// A message without text.
  case media

  static let kinds = [
    "text", "number", "digits", "phone", "email", "date", "time", "yes-no", "one of", "pattern", "media",
  ]

  /// Whether any text may be an answer, so that an always-word that is the whole message goes before it.
  package var isFreeText: Bool {
    switch self {
    case .text: true
    case .pattern(let pattern): pattern.isFreeText
    default: false
    }
  }

  /// The plain words in it; at its question they are words of the bot.
  package var vocabulary: Set<String> {
    switch self {
    case .oneOf(let listed): Set(listed.flatMap(PlainText.words))
    case .pattern(let pattern): pattern.vocabulary
    default: []
    }
  }

  /// The variables it fills besides `save`.
  package var slotNames: [String] {
    if case .pattern(let pattern) = self { pattern.slots.map(\.name) } else { [] }
  }
}
