import Dialogue

/// A customer's conversation as it stands, for people.
package struct SessionRow: Sendable {
  package var contactID: Int64
  package var channel: Channel
  package var contact: Contact
  /// Nil where it cannot be read.
  package var conversation: Conversation?
  package var isOptedOut: Bool
  /// When the provider said that the contact cannot be reached; nil if there was a sign of the contrary since.
  package var unreachableAt: Timestamp?
  /// When the customer wrote last.
  package var lastInboundAt: Timestamp?
  /// When a person wrote last.
  package var lastAgentAt: Timestamp?
  /// Events that were not run yet.
  package var waitingEvents: Int
}

/// Which conversations a list shows.
package enum SessionFilter: String, Sendable, Codable, CaseIterable {
  /// With an open question, an open panel or a call under way.
  case open
  /// Those that a person has.
  case panel
  /// Those whose customer asked for a person, and none has written yet.
  case unanswered
}

/// A conversation with what waits and what happened last.
package struct SessionRecord: Sendable {
  package var session: SessionRow
  package var timers: [TimerKind: Timestamp]
  /// Oldest first.
  package var history: [HistoryEntry]
  /// Messages that are not at an end, in the order in which they will leave.
  package var waiting: [OutboxRow]
}

/// Something that happened in a conversation.
package struct HistoryEntry: Sendable {
  package enum What: Sendable {
    /// The customer wrote; nil for a message without text.
    case heard(text: String?)
    /// Something else happened; in a few words.
    case event(String)
    /// A message to the customer.
    case said(Content, Lane)
  }

  /// The id of its row in the inbox or, of what was said, in the outbox.
  package var id: Int64
  package var at: Timestamp
  package var what: What
  /// Where it stands: a state of the inbox or the outbox.
  package var state: String
  /// Of an event, what won it; of a message, why it stands where it stands.
  package var why: String?
}
