/// A word of the language at one place: what may stand behind it, and what it means.
package struct Word: Sendable {
  package let name: String
  package let value: WordValue
  /// One sentence for authors, as the manual would say it.
  package let meaning: String
  /// Whether the place makes no sense without it.
  package let isNeeded: Bool

  init(_ name: String, _ value: WordValue, _ meaning: String, isNeeded: Bool = false) {
    self.name = name
    self.value = value
    self.meaning = meaning
    self.isNeeded = isNeeded
  }

  /// The word where the place makes no sense without it.
  static func needed(_ name: String, _ value: WordValue, _ meaning: String) -> Self {
    Self(name, value, meaning, isNeeded: true)
  }
}
