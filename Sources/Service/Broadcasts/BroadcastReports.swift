import Dialogue
import Journal

/// What a broadcast would do, for `balas broadcast --dry-run`.
package struct BroadcastReport: Codable, Sendable {
  /// A message as a customer would get it.
  package struct Sample: Codable, Sendable {
    package var line: Int
    package var number: String
    package var template: MessageTemplate
  }

  package var file: String
  package var channel: String
  package var numberColumn: String
  package var rows: Int
  /// Rows that would be sent to.
  package var toSend: Int
  /// Rows that would not, by reason.
  package var skipped: [String: Int]
  /// What is wrong with the first rows that cannot be used; one sentence each.
  package var mistakes: [String]
  /// How many cannot be used.
  package var mistakeCount: Int
  /// The first messages.
  package var samples: [Sample]
  /// Rows a second, as fast as the channel lets it.
  package var rate: Double
  /// Rows a second that were asked for.
  package var askedRate: Double
  /// From its start to its last message.
  package var seconds: Int
  package var dueAt: Timestamp
  package var expiresAt: Timestamp
}

/// One broadcast, for `balas broadcast list` and `show`.
package struct BroadcastItem: Codable, Sendable {
  package var id: Int64
  package var channel: String
  package var name: String?
  package var template: String
  package var state: BroadcastState
  package var reason: String?
  /// Rows a second.
  package var rate: Double
  package var createdAt: Timestamp
  package var dueAt: Timestamp
  package var expiresAt: Timestamp
  package var endedAt: Timestamp?
  /// How many rows stand where.
  package var tally: BroadcastTally

  init(_ broadcast: Broadcast, _ tally: BroadcastTally) {
    id = broadcast.id
    channel = broadcast.channel.name
    name = broadcast.name
    template = broadcast.template.name
    state = broadcast.state
    reason = broadcast.reason
    rate = broadcast.rate
    createdAt = broadcast.createdAt
    dueAt = broadcast.dueAt
    expiresAt = broadcast.expiresAt
    endedAt = broadcast.endedAt
    self.tally = tally
  }

  /// Whether nothing of it changes any more but by news of what was sent.
  package var isOver: Bool { endedAt != nil && tally.underWay == 0 }
}

/// What a person decides about a broadcast.
package enum BroadcastVerb: String, Codable, Sendable, CaseIterable {
  case pause, resume, cancel
}
