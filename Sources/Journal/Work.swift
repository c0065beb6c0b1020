import Dialogue

/// A contact with events to run: all that a turn needs.
package struct ContactWork: Sendable {
  package var contactID: Int64
  package var channel: Channel
  package var contact: Contact
  package var conversation: Conversation
  /// Pending events, oldest first; at most 100, and while a call is under way at most 100 more that do not wait for it.
  package var events: [PendingEvent]

  package init(
    contactID: Int64, channel: Channel, contact: Contact, conversation: Conversation,
    events: [PendingEvent]
  ) {
    self.contactID = contactID
    self.channel = channel
    self.contact = contact
    self.conversation = conversation
    self.events = events
  }
}

/// An event in the inbox that waits for its turn.
package struct PendingEvent: Sendable {
  package var event: Event
  package var providerAt: Timestamp?
  package var receivedAt: Timestamp
  /// How often the event was the first in line at an unclean start.
  package var attempts: Int

  package init(event: Event, providerAt: Timestamp?, receivedAt: Timestamp, attempts: Int) {
    self.event = event
    self.providerAt = providerAt
    self.receivedAt = receivedAt
    self.attempts = attempts
  }
}

/// What a turn leaves behind; written in one commit.
package struct TurnRecord: Sendable {
  package enum Disposition: String, Sendable {
    case done, poison, stale, ignored
  }

  package var contactID: Int64
  package var channel: Channel
  /// The contact's number.
  package var number: String
  package var inboxID: Int64
  package var disposition: Disposition
  package var bot: String
  package var conversation: Conversation
  package var contactVars: [String: String]
  package var reason: Reason
  package var messages: [NewMessage]
  /// Calls to make.
  package var calls: [CallRequest] = []
  /// All timers of the contact from now on; nil where they stay as they are.
  package var timers: [TimerKind: Timestamp]?
  /// Whether the customer wants no more messages that nobody asked for.
  package var optsOut = false
  /// What the turn touched of the bot.
  package var usage = Usage()
  /// When free text can be sent no more; nil where nobody knows.
  package var windowClosesAt: Timestamp?
  package var now: Timestamp

  package init(
    contactID: Int64, channel: Channel, number: String, inboxID: Int64, disposition: Disposition, bot: String,
    conversation: Conversation, contactVars: [String: String], reason: Reason,
    messages: [NewMessage], now: Timestamp
  ) {
    self.contactID = contactID
    self.channel = channel
    self.number = number
    self.inboxID = inboxID
    self.disposition = disposition
    self.bot = bot
    self.conversation = conversation
    self.contactVars = contactVars
    self.reason = reason
    self.messages = messages
    self.now = now
  }
}

/// A message to put into the outbox.
package struct NewMessage: Sendable, Hashable {
  package var content: Content
  package var lane: Lane
  package var expiresAt: Timestamp
  /// For the case that it does not arrive.
  package var note: SendNote?

  package init(content: Content, lane: Lane = .reply, expiresAt: Timestamp, note: SendNote? = nil) {
    self.content = content
    self.lane = lane
    self.expiresAt = expiresAt
    self.note = note
  }
}

/// Whose turn it is when a channel's rate is short.
package enum Lane: String, Sendable, Hashable, Codable {
  case reply, agent, broadcast
}
