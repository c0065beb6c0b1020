/// One start that fits a message, and how.
package struct Match: Sendable, Hashable, Codable {
  package var scenario: String
  package var kind: Start.Kind
  /// The phrase as the author typed it.
  package var phrase: String
  /// The message after case, accents, punctuation and emoji were taken off, as words.
  package var message: [String]
  /// Where the phrase's first word stands among ``message``, from 0.
  package var at: Int
  /// How many words fit.
  package var count: Int

  package init(
    scenario: String, kind: Start.Kind, phrase: String, message: [String], at: Int, count: Int
  ) {
    self.scenario = scenario
    self.kind = kind
    self.phrase = phrase
    self.message = message
    self.at = at
    self.count = count
  }

  /// Whether the phrase is the whole message.
  package var isWhole: Bool { count == message.count }
}
