import Dialogue
import Journal

/// What customers wrote and the bot did not understand, for `balas unanswered`; holds no numbers.
package struct UnansweredReport: Codable, Sendable {
  /// Messages of the same words.
  package struct Group: Codable, Sendable {
    package var channel: String
    /// The words, written plainly.
    package var words: [String]
    package var count: Int
    /// The newest of them, as it was typed.
    package var example: String
    package var lastAt: Timestamp
    /// The scenario that nearly fits, and what it lacks; nil where nothing shares a word.
    package var nearest: MessageReading.Candidate?
    /// The scenario that wins it now: the files were changed since.
    package var nowAnsweredBy: String?
    /// A name for a scenario that would answer it, which no scenario of the bot has.
    package var suggestedName: String
  }

  package var since: Timestamp
  /// The zone of the bots' times; nil where they have several.
  package var timezone: String?
  /// Messages with words.
  package var messages: Int
  /// Messages without a word (emoji, punctuation): no scenario can match them.
  package var wordless = 0
  /// The most frequent first; as many as were asked for.
  package var groups: [Group]
  /// How many groups there are in all.
  package var groupCount: Int
}
