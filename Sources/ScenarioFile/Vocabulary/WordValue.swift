/// What may stand behind a word.
package indirect enum WordValue: Sendable {
  /// One plain text.
  case text
  /// One plain text or a list of them.
  case texts
  /// Such a value, or nothing.
  case optional(WordValue)
  /// A list of such values, at least one.
  case list(WordValue)
  /// What the author names, each with such a value.
  case named(WordValue)
  /// A length of time: `30m`, `2h30m`.
  case duration
  /// How many in how long: `3 per 10m`.
  case rate
  case number(ClosedRange<Int>)
  /// One of these words.
  case choice([String])
  /// `on` or `off`.
  case isOn
  /// A text to customers, in one or several languages.
  case caption
  /// Texts to customers: one, a list, by language, or `pick`.
  case messages
  /// Texts to customers, or one file.
  case reply
  /// A list of steps.
  case steps
  /// A scenario's name, or a list of steps.
  case handler
  /// The options of a menu.
  case options
  /// Anything that can be written as JSON.
  case json
  /// The words of another place.
  case place(Place)
}
