import StrictYAML

/// A place in a bot's files, and the words that may stand there.
package struct Place: Sendable {
  /// As an author calls it, for example "a scenario".
  package let name: String
  package let words: [String]

  init(_ name: String, _ words: [String]) {
    self.name = name
    self.words = words
  }

  /// The fields of a mapping at this place; unknown words are reported.
  func fields(_ node: Node, _ findings: Findings) -> Fields? {
    Fields(node, name, keys: words, findings, elsewhere: Vocabulary.elsewhere)
  }
}
