import Dialogue

/// What a provider told us by one callback.
package enum Callback: Sendable, Hashable {
  case message(InboundMessage)
  case status(StatusUpdate)
  /// Kept in quarantine; `reason` is one sentence.
  case unreadable(reason: String)
}

/// A customer's message.
package struct InboundMessage: Sendable, Hashable {
  /// As the provider wrote it.
  package var clientID: String?
  package var projectID: String?
  /// Nil if the provider sent none.
  package var messageID: String?
  /// Digits with country code, no plus.
  package var sender: String
  /// Nil for media, buttons and empty messages.
  package var text: String?
  /// Nil if the provider sent none.
  package var sentAt: Timestamp?

  package init(
    clientID: String?, projectID: String?, messageID: String?, sender: String, text: String?,
    sentAt: Timestamp?
  ) {
    self.clientID = clientID
    self.projectID = projectID
    self.messageID = messageID
    self.sender = sender
    self.text = text
    self.sentAt = sentAt
  }
}

/// News of a message we sent.
package struct StatusUpdate: Sendable, Hashable {
  package var clientID: String?
  package var projectID: String?
  package var messageID: String
  package var status: DeliveryStatus
  /// The customer the message went to; nil if the provider did not say.
  package var recipient: String?
  package var at: Timestamp?

  package init(
    clientID: String?, projectID: String?, messageID: String, status: DeliveryStatus,
    recipient: String?, at: Timestamp?
  ) {
    self.clientID = clientID
    self.projectID = projectID
    self.messageID = messageID
    self.status = status
    self.recipient = recipient
    self.at = at
  }
}

/// How far a message has come, as the provider tells it.
package enum DeliveryStatus: String, Sendable, Hashable, Codable {
  case sent, delivered, read, failed
}

/// Reads one provider's callbacks.
package protocol CallbackDialect: Sendable {
  /// What `body` says; never fails.
  func read(_ body: [UInt8]) -> Callback
  /// The bytes that acknowledge a callback for good.
  var acknowledgement: [UInt8] { get }
}
