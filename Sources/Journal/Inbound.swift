import Dialogue

/// A customer's message, ready to be kept.
package struct IncomingMessage: Sendable, Hashable {
  package var channel: Channel
  /// The provider's id, or a hash of sender, timestamp and content where it sent none.
  package var messageID: String
  package var number: String
  package var text: String?
  /// Nil if the provider did not say, or said a time more than 5 minutes in the future.
  package var providerAt: Timestamp?
  package var receivedAt: Timestamp

  package init(
    channel: Channel, messageID: String, number: String, text: String?, providerAt: Timestamp?,
    receivedAt: Timestamp
  ) {
    self.channel = channel
    self.messageID = messageID
    self.number = number
    self.text = text
    self.providerAt = providerAt
    self.receivedAt = receivedAt
  }
}

/// What became of an incoming message.
package enum Acceptance: Sendable, Hashable {
  /// Kept now; the contact has work.
  case new(contactID: Int64, inboxID: Int64)
  /// The same (channel, message id) was kept before.
  case duplicate
}

/// News of a message we sent, ready to be kept.
package struct IncomingStatus: Sendable, Hashable {
  package var channel: Channel
  package var messageID: String
  /// `sent`, `delivered`, `read` or `failed`.
  package var status: String
  /// Nil if the provider did not say.
  package var providerAt: Timestamp?
  package var receivedAt: Timestamp
  package var number: String?

  package init(
    channel: Channel, messageID: String, status: String, providerAt: Timestamp?,
    receivedAt: Timestamp, number: String?
  ) {
    self.channel = channel
    self.messageID = messageID
    self.status = status
    self.providerAt = providerAt
    self.receivedAt = receivedAt
    self.number = number
  }
}

/// What a status changed.
package struct StatusEffect: Sendable, Hashable {
  /// False if the same news was kept before.
  package var isNew: Bool
  /// The contact whose message moved; nil while the message id is unknown (an orphan).
  package var contactID: Int64?
  /// Whether the contact now has an `undelivered` event in the inbox.
  package var failed: Bool
  /// Whether it is news of no message that is known, to a contact that is.
  package var isOrphan = false

  package init(isNew: Bool, contactID: Int64?, failed: Bool, isOrphan: Bool = false) {
    self.isOrphan = isOrphan
    self.isNew = isNew
    self.contactID = contactID
    self.failed = failed
  }
}

/// A callback nobody could make sense of, kept for a person.
package struct QuarantinedCallback: Sendable, Hashable {
  /// 0 until it is stored.
  package var id: Int64
  package var body: [UInt8]
  package var reason: String
  /// The project it names, where that is why it is here: a reload that configures it replays the callback.
  package var projectID: String?
  package var receivedAt: Timestamp

  package init(
    id: Int64 = 0, body: [UInt8], reason: String, projectID: String?, receivedAt: Timestamp
  ) {
    self.id = id
    self.body = body
    self.reason = reason
    self.projectID = projectID
    self.receivedAt = receivedAt
  }
}
