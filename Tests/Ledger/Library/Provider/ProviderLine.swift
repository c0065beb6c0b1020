/// A message that reached the provider.
package struct ProviderLine: Codable, Sendable, Hashable {
  package enum Answer: String, Codable, Sendable {
    case accepted
    case refused
    /// Refused for the moment.
    case postponed
    /// Taken, but the answer was lost on the way.
    case lost
  }

  /// Counts from 0 in the order the messages came.
  package var sequence: Int
  package var recipient: String
  /// The text, or a medium's caption.
  package var content: String
  /// What the provider calls the message; nil if it refused it.
  package var messageID: String?
  package var answer: Answer
  /// Milliseconds since 1970.
  package var at: Int64

  package init(
    sequence: Int, recipient: String, content: String, messageID: String?, answer: Answer, at: Int64 = 0
  ) {
    self.sequence = sequence
    self.recipient = recipient
    self.content = content
    self.messageID = messageID
    self.answer = answer
    self.at = at
  }
}
