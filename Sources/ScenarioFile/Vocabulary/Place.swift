import StrictYAML

/// A place in a bot's files, and the words that may stand there.
package struct Place: Sendable {
  /// As an author calls it, for example "a scenario".
  package let name: String
  package let entries: [Word]
  /// Words of which at most one may stand here.
  package let alternatives: [String]

  init(_ name: String, alternatives: [String] = [], _ entries: [Word]) {
    self.name = name
    self.entries = entries
    self.alternatives = alternatives
  }

  /// The words by themselves.
  package var words: [String] { entries.map(\.name) }

  /// The fields of a mapping at this place; unknown words are reported.
  func fields(_ node: Node, _ findings: Findings) -> Fields? {
    Fields(node, name, keys: words, findings) { entry in
      let misplaced = words.contains("reply") ? nil : Vocabulary.scenarioAdvice(entry)
      return misplaced ?? Vocabulary.elsewhere(entry.key.text)
    }
  }
}
