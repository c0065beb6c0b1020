import Dialogue

/// Where an outgoing message stands.
package enum OutboxState: String, Sendable, Hashable, Codable, CaseIterable {
  case queued, sending, unknown
  case sent, delivered, read
  case failed, dead, expired, held, dropped
  /// Of a broadcast, its answer was lost: it may have been sent, and nobody sends it again.
  case uncertain

  /// Whether the contact's later messages wait for this one.
  package var holdsBack: Bool { self == .queued || self == .sending || self == .unknown }
}

/// A message in the outbox.
package struct OutboxRow: Sendable, Hashable {
  package var id: Int64
  package var channel: Channel
  package var contactID: Int64
  package var number: String
  package var inboxID: Int64?
  /// What made it, for example `inbox/7`; unique together with ``ordinal``.
  package var origin: String
  package var ordinal: Int
  package var lane: Lane
  package var content: Content
  package var state: OutboxState
  /// Why it stands where it stands; one sentence.
  package var reason: String?
  package var attempts: Int
  package var resends: Int
  /// `queued`: not to be sent before; `unknown`: when the wait for news of it is over.
  package var dueAt: Timestamp
  package var expiresAt: Timestamp
  package var messageID: String?
  /// When the contact's message before this one was accepted, if that is a media message without news of it yet:
  /// this one waits for the news, 10 s at most.
  package var mediaBeforeAcceptedAt: Timestamp?
  /// When the provider said that the contact cannot be reached; nil if there was a sign of the contrary since.
  package var unreachableAt: Timestamp?
  /// When free text can be sent to the contact no more, unless they write again; nil where nobody knows.
  package var windowClosesAt: Timestamp?

  package init(
    id: Int64, channel: Channel, contactID: Int64, number: String, inboxID: Int64?, origin: String,
    ordinal: Int, lane: Lane, content: Content, state: OutboxState, reason: String?, attempts: Int,
    resends: Int, dueAt: Timestamp, expiresAt: Timestamp, messageID: String?,
    mediaBeforeAcceptedAt: Timestamp?, unreachableAt: Timestamp? = nil, windowClosesAt: Timestamp? = nil
  ) {
    self.id = id
    self.channel = channel
    self.contactID = contactID
    self.number = number
    self.inboxID = inboxID
    self.origin = origin
    self.ordinal = ordinal
    self.lane = lane
    self.content = content
    self.state = state
    self.reason = reason
    self.attempts = attempts
    self.resends = resends
    self.dueAt = dueAt
    self.expiresAt = expiresAt
    self.messageID = messageID
    self.mediaBeforeAcceptedAt = mediaBeforeAcceptedAt
    self.unreachableAt = unreachableAt
    self.windowClosesAt = windowClosesAt
  }

  /// Whether it waits for the customer to write, because it is no template and the last message is too long ago.
  package func isHeld(at time: Timestamp) -> Bool {
    guard state == .queued, content.needsOpenWindow, let windowClosesAt else { return false }
    return time >= windowClosesAt
  }
}

/// What moves of outgoing messages mean for their contacts.
package struct MoveResult: Sendable, Hashable {
  /// Contacts that got an `undelivered` event.
  package var undelivered: [Int64] = []
  /// Contacts with no message left that is not at an end.
  package var idle: Set<Int64> = []

  package init() {}
}

/// How an outgoing message moves, with the end of the attempt that moved it, if there was one.
package struct OutboxMove: Sendable {
  package struct AttemptEnd: Sendable {
    /// A ``Gateway/SendOutcome`` by its raw value.
    package var outcome: String
    package var code: String
    package var endedAt: Timestamp

    package init(outcome: String, code: String, endedAt: Timestamp) {
      self.outcome = outcome
      self.code = code
      self.endedAt = endedAt
    }
  }

  package var id: Int64
  package var attempt: AttemptEnd?
  package var state: OutboxState
  package var reason: String?
  package var dueAt: Timestamp
  /// Whether the attempt counts; not if the provider only asked to wait.
  package var consumesAttempt: Bool
  package var isResend: Bool
  package var messageID: String?
  /// Whether the provider said that the contact cannot be reached: kept until there is a sign of the contrary.
  package var isUnreachable: Bool
  package var now: Timestamp

  package init(
    id: Int64, attempt: AttemptEnd? = nil, state: OutboxState, reason: String? = nil,
    dueAt: Timestamp, consumesAttempt: Bool = true, isResend: Bool = false, messageID: String? = nil,
    isUnreachable: Bool = false, now: Timestamp
  ) {
    self.id = id
    self.attempt = attempt
    self.state = state
    self.reason = reason
    self.dueAt = dueAt
    self.consumesAttempt = consumesAttempt
    self.isResend = isResend
    self.messageID = messageID
    self.isUnreachable = isUnreachable
    self.now = now
  }
}
