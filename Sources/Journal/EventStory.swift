import Dialogue

/// An event of the inbox and what came of it.
package struct EventStory: Sendable {
  package var inboxID: Int64
  package var channel: Channel
  package var number: String
  /// The provider's id of the customer's message; nil for any other event.
  package var messageID: String?
  package var receivedAt: Timestamp
  package var what: HistoryEntry.What
  /// A state of the inbox.
  package var state: String
  /// The hash of the version that answered; nil while the event waits for its turn.
  package var bot: String?
  /// Why the turn went as it did; nil while it waits, or where the journal's row cannot be read.
  package var reason: Reason?
  /// What was sent in answer, in order.
  package var answers: [OutboxRow]
}
