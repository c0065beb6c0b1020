/// One start that fits a message, and how.
package struct Match: Sendable, Hashable, Codable {
  package var scenario: String
  package var kind: Start.Kind
  /// The phrase or pattern as the author typed it.
  package var phrase: String
  /// The message after case, accents, punctuation and emoji were taken off, as words, respelled where they were.
  package var message: [String]
  /// Where the first word that fits stands among ``message``, from 0.
  package var at: Int
  /// How many words fit.
  package var count: Int
  /// Whether it is the whole message.
  package var isWhole: Bool
  /// What the slots of a pattern took.
  package var slots: [String: String]
  /// All slots of the pattern; those that took no part are unset.
  package var slotNames: [String]

  package init(
    scenario: String, kind: Start.Kind, phrase: String, message: [String], at: Int, count: Int,
    isWhole: Bool, slots: [String: String] = [:], slotNames: [String] = []
  ) {
    self.scenario = scenario
    self.kind = kind
    self.phrase = phrase
    self.message = message
    self.at = at
    self.count = count
    self.isWhole = isWhole
    self.slots = slots
    self.slotNames = slotNames
  }
}
