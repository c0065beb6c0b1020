import Dialogue
import Gateway
import Journal

/// How a daemon is, for `balas status`.
package struct StatusReport: Codable, Sendable {
  package struct ChannelStatus: Codable, Sendable {
    package var channel: String
    package var bot: String
    /// The version that answers; nil where no daemon runs.
    package var version: String?
  }

  package var version: String
  /// Nil where no daemon runs.
  package var startedAt: Timestamp?
  package var channels: [ChannelStatus]
  package var counts: Journal.Counts
  /// Conversations that are a person's.
  package var panels = Journal.Panels()
  /// How sending stands on each channel that had something to send; empty where no daemon runs.
  package var sending: [SenderStatus]
  /// Broadcasts without an end.
  package var broadcasts: [BroadcastItem] = []
  package var freeBytes: Int?
  package var isShortOfSpace: Bool
}

/// What came of a reload, for `balas reload`.
package struct ReloadReply: Codable, Sendable {
  package var succeeded: Bool
  /// Diagnostics and refusals, for a person.
  package var text: String
  package var versions: [String: String]
  /// What changed; nil where nothing did.
  package var plan: PlanReport?
}

/// One outgoing message, for `balas outbox`.
package struct OutboxItem: Codable, Sendable {
  package var id: Int64
  package var channel: String
  package var number: String
  package var origin: String
  package var content: Content
  package var state: OutboxState
  package var reason: String?
  package var attempts: Int
  package var dueAt: Timestamp
  package var expiresAt: Timestamp
  package var messageID: String?
  /// When the provider said that the number cannot be reached; nil if there was a sign of the contrary since.
  package var unreachableAt: Timestamp?
  /// Whether it is only sent once the customer writes.
  package var waitsForCustomer: Bool
  /// Oldest first; empty in a list.
  package var history: [Journal.Attempt]
  /// What the provider told of it, in the order it came; empty in a list.
  package var news: [Journal.KeptStatus]

  init(
    _ row: OutboxRow, history: [Journal.Attempt] = [], news: [Journal.KeptStatus] = [], now: Timestamp
  ) {
    self.news = news
    id = row.id
    channel = row.channel.name
    number = row.number
    origin = row.origin
    content = row.content
    state = row.state
    waitsForCustomer = row.isHeld(at: now)
    reason =
      waitsForCustomer
      ? "waits until the customer writes: the last message is more than 24 h old, and this is no template"
      : row.reason
    attempts = row.attempts
    dueAt = row.dueAt
    expiresAt = row.expiresAt
    messageID = row.messageID
    unreachableAt = row.unreachableAt
    self.history = history
  }
}

/// A message to send, from `balas send`; media were put into the store before.
package struct SendOrder: Codable, Sendable {
  package var to: String
  /// Needed where more than one project is configured.
  package var projectID: String?
  package var content: Content

  package init(to: String, projectID: String?, content: Content) {
    self.to = to
    self.projectID = projectID
    self.content = content
  }
}

/// An access token, without its value.
package struct TokenItem: Codable, Sendable {
  package var clientID: String
  /// The first four digits, and dots; nil if there is no token yet.
  package var masked: String?
  package var issuedAt: Timestamp?
  package var expiresAt: Timestamp?

  init(clientID: String, token: AccessToken?) {
    self.clientID = clientID
    masked = token.map { "\($0.value.prefix(4))…" }
    issuedAt = token?.issuedAt
    expiresAt = token?.expiresAt
  }
}

/// Why something asked for was not done: one sentence.
package struct AdminRefusal: Error, Codable, Sendable, CustomStringConvertible {
  package enum Kind: String, Codable, Sendable {
    case notFound = "not-found"
    case invalid
    /// It cannot be done as things stand.
    case conflict
    case failed
  }

  package var kind: Kind
  package var description: String

  package init(_ kind: Kind, _ sentence: String) {
    self.kind = kind
    description = sentence
  }
}
