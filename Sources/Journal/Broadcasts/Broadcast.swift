import Dialogue

/// Where a broadcast stands.
package enum BroadcastState: String, Sendable, Hashable, Codable, CaseIterable {
  /// Its rows are being stored: nothing of it is sent, and a start throws away what a death left of it.
  case storing
  /// Waits for its time.
  case planned
  case running
  case paused
  /// Every row has an end.
  case done
  /// Given up by a person; what was under way then still comes to its end.
  case cancelled
}

/// One template to many customers.
package struct Broadcast: Sendable, Hashable {
  package var id: Int64
  package var channel: Channel
  package var name: String?
  /// Without what stands in its places, which each row has for itself.
  package var template: MessageTemplate
  /// Rows a second.
  package var rate: Double
  /// Whether each number is checked with the provider before it is sent to.
  package var checksNumbers: Bool
  package var state: BroadcastState
  /// Why it stands there, where nobody asked for it.
  package var reason: String?
  package var createdAt: Timestamp
  /// Nothing is sent before.
  package var dueAt: Timestamp
  /// Nothing is sent after.
  package var expiresAt: Timestamp
  package var endedAt: Timestamp?
  /// Whether the provider took one of its messages.
  package var hasSent: Bool
}

/// A broadcast to store.
package struct NewBroadcast: Sendable {
  package var channel: Channel
  package var name: String?
  package var template: MessageTemplate
  package var rate: Double
  package var checksNumbers: Bool
  /// The same for the same template and file.
  package var digest: String
  package var dueAt: Timestamp
  package var expiresAt: Timestamp
  package var rows: [BroadcastRow]

  package init(
    channel: Channel, name: String?, template: MessageTemplate, rate: Double, checksNumbers: Bool,
    digest: String, dueAt: Timestamp, expiresAt: Timestamp, rows: [BroadcastRow]
  ) {
    self.channel = channel
    self.name = name
    self.template = template
    self.rate = rate
    self.checksNumbers = checksNumbers
    self.digest = digest
    self.dueAt = dueAt
    self.expiresAt = expiresAt
    self.rows = rows
  }
}

/// One customer of a broadcast.
package struct BroadcastRow: Sendable, Hashable {
  /// Where it stands in the file.
  package var line: Int
  /// In canonical form; as it is written where that is no number.
  package var number: String
  package var places: BroadcastPlaces
  /// Why nothing is sent to it; nil if it is sent to.
  package var skipped: String?

  package init(line: Int, number: String, places: BroadcastPlaces, skipped: String? = nil) {
    self.line = line
    self.number = number
    self.places = places
    self.skipped = skipped
  }
}

/// What stands in the places of a broadcast's template for one customer.
package struct BroadcastPlaces: Sendable, Hashable, Codable {
  package var params: [String]
  package var sms: [String]?
  package var header: String?

  package init(params: [String] = [], sms: [String]? = nil, header: String? = nil) {
    self.params = params
    self.sms = sms
    self.header = header
  }

  /// `template` with its places filled.
  package func filling(_ template: MessageTemplate) -> MessageTemplate {
    var filled = template
    filled.params = params
    if let sms { filled.sms?.params = sms }
    filled.header = header
    return filled
  }
}

/// What became of a broadcast that was to be stored.
package enum BroadcastCreation: Sendable, Hashable {
  case created(Int64)
  /// The same template and file were sent, or are still to be sent.
  case repeats(Int64, createdAt: Timestamp)
}

/// What became of a person's decision about a broadcast.
package enum BroadcastDecision: Sendable, Hashable {
  case done
  /// It stands where this cannot be done.
  case refused(BroadcastState)
  /// Its time is over.
  case tooLate
  case notFound
}
