import Dialogue
import Journal

/// Why a message of production got its answer, for `balas why`.
package struct WhyReport: Codable, Sendable {
  /// The version of the files that answered.
  package struct Version: Codable, Sendable {
    package var hash: String
    /// Nil where the version is kept no more.
    package var acceptedAt: Timestamp?
    /// Whether it is the one that answers now; nil where nobody knows.
    package var isCurrent: Bool?
  }

  /// The question that was open when the message came.
  package struct Question: Codable, Sendable {
    /// `scenario/question`
    package var place: String
    /// Answers before the message that were none.
    package var tries: Int
    /// Whether the customer had not seen it yet.
    package var isHeld: Bool
    /// What it takes for an answer, like `number 1-100`; nil where the version that asked is kept no more.
    package var expected: String?
    /// What the message was to it, as the end of a sentence about it.
    package var outcome: String
  }

  /// A message that was sent in answer.
  package struct Answer: Codable, Sendable {
    package var message: OutboxItem
    /// What the provider said of it, in the order it came.
    package var news: [Journal.KeptStatus]
  }

  /// `inbox/7`.
  package var id: String
  package var channel: String
  package var number: String
  /// The provider's id of the customer's message; nil for any other event.
  package var messageID: String?
  package var receivedAt: Timestamp
  /// What the customer wrote; nil for a message without text, and for any other event.
  package var text: String?
  /// What happened, where it is no message; in a few words.
  package var event: String?
  /// A state of the inbox.
  package var state: String
  package var version: Version?
  /// What won, and the scenarios entered; nil while the message waits for its turn.
  package var reason: Reason?
  /// Nil where none was open, or an older balas did not note it.
  package var question: Question?
  /// The zone of the bot's times; nil where no version is known.
  package var timezone: String?
  /// The message read once more by the version that answered it, at that moment; nil without text or version.
  package var reading: MessageReading?
  /// Why there is no ``reading`` where one could be expected; one sentence.
  package var remark: String?
  package var answers: [Answer]

  init(_ story: EventStory, answers: [Answer]) {
    id = "inbox/\(story.inboxID)"
    channel = story.channel.name
    number = story.number
    messageID = story.messageID
    receivedAt = story.receivedAt
    state = story.state
    reason = story.reason
    self.answers = answers
    switch story.what {
    case .heard(let text): self.text = text
    case .event(let words): event = words
    case .said: event = nil
    }
  }
}
