/// How many rows of a broadcast stand where.
package struct BroadcastTally: Sendable, Hashable, Codable {
  /// By state: `waiting`, `skipped`, `cancelled`, or that of the message in the outbox.
  package var states: [String: Int]

  package init(states: [String: Int] = [:]) { self.states = states }

  package subscript(_ state: String) -> Int { states[state] ?? 0 }

  package var total: Int { states.values.reduce(0, +) }
  /// Not handed over yet.
  package var waiting: Int { self["waiting"] }
  /// On the way, or waiting for news of what became of them.
  package var underWay: Int { self["queued"] + self["sending"] + self["unknown"] }
  /// The provider took them.
  package var sent: Int { self["sent"] + self["delivered"] + self["read"] }
  /// The provider may have taken them: nobody knows, and nobody sends them again.
  package var uncertain: Int { self["uncertain"] }
  package var skipped: Int { self["skipped"] }
  /// Did not reach their customers.
  package var failed: Int { self["failed"] + self["dead"] + self["expired"] }
  /// At an end.
  package var ended: Int { total - waiting - underWay }
}

/// A row of a broadcast and what became of it.
package struct BroadcastEnd: Sendable, Hashable, Codable {
  package var line: Int
  package var number: String
  package var state: String
  package var reason: String?
  package var messageID: String?
  /// Milliseconds UTC, as the three below; the provider took it.
  package var sentAt: Int64?
  package var deliveredAt: Int64?
  package var readAt: Int64?
}
