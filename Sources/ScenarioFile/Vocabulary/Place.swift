import StrictYAML

/// A place in a bot's files, and the words that may stand there.
package struct Place: Sendable {
  /// As an author calls it, for example "a scenario".
  package let name: String
  /// The words that work.
  package let words: [String]
  /// The words that are known but do not work yet.
  package let notYet: [String]

  init(_ name: String, _ words: [String], notYet: [String] = []) {
    self.name = name
    self.words = words
    self.notYet = notYet
  }

  var all: [String] { words + notYet }

  /// The fields of a mapping at this place; unknown words and those that do not work yet are reported.
  func fields(_ node: Node, _ findings: Findings) -> Fields? {
    Fields(node, name, keys: words, notYet: notYet, findings, elsewhere: Vocabulary.elsewhere)
  }
}
