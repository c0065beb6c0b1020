import Dialogue
import GRDB

extension Journal {
  /// Conversations, those first whose customers wait longest for a person, then those heard of last.
  ///
  /// - Parameter channel: nil for all.
  package func sessions(_ filter: SessionFilter, channel: Channel?, limit: Int) async throws -> [SessionRow] {
    try await read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(SessionRow.columns) FROM contact c JOIN conversation v ON v.contact_id = c.id
          WHERE \(filter.condition) AND (?1 IS NULL OR c.channel = ?1)
          ORDER BY v.panel_unanswered DESC, v.panel_at IS NULL, v.panel_at, c.last_inbound_at DESC, c.id
          LIMIT ?2
          """, arguments: [channel?.name, limit]
      ).compactMap { SessionRow(columns: $0) }
    }
  }

  /// A customer's conversation; nil if the customer is not known.
  ///
  /// - Parameter entries: how much of what happened last.
  package func session(channel: Channel, number: String, entries: Int) async throws -> SessionRecord? {
    try await read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT \(SessionRow.columns) FROM contact c LEFT JOIN conversation v ON v.contact_id = c.id
          WHERE c.channel = ? AND c.number = ?
          """, arguments: [channel.name, number])
      guard let session = row.flatMap(SessionRow.init(columns:)) else { return nil }
      let contactID = session.contactID
      let waiting = try Row.fetchAll(
        db,
        sql: """
          SELECT \(OutboxRow.columns) FROM outbox o JOIN contact c ON c.id = o.contact_id
          WHERE o.contact_id = ? AND \(Schema.isWaiting) ORDER BY o.id LIMIT 100
          """, arguments: [contactID])
      return SessionRecord(
        session: session, timers: try db.timers(contactID: contactID),
        history: try db.history(contactID: contactID, limit: entries),
        waiting: try waiting.map { try OutboxRow(columns: $0, substitute: Self.unreadable) })
    }
  }
}

extension SessionFilter {
  /// Of `conversation v`. A state that cannot be read is shown too: somebody must look after it.
  fileprivate var condition: String {
    switch self {
    case .open:
      """
      CASE WHEN v.state = '{}' THEN 0 WHEN NOT json_valid(v.state) THEN 1
      ELSE coalesce(json_type(v.state, '$.open'), json_type(v.state, '$.panel'), json_type(v.state, '$.call'))
        IS NOT NULL END
      """
    case .panel: "v.panel_at IS NOT NULL"
    case .unanswered: "v.panel_at IS NOT NULL AND v.panel_unanswered"
    }
  }
}

extension SessionRow {
  /// The columns ``init(columns:)`` reads, of `contact c` and `conversation v`.
  fileprivate static let columns = """
    c.id, c.channel, c.number, c.name, c.vars, c.opted_out, c.unreachable_at, c.last_inbound_at,
    (SELECT max(o.created_at) FROM outbox o WHERE o.contact_id = c.id AND o.lane = 'agent'),
    (SELECT count(*) FROM inbox i WHERE i.contact_id = c.id AND i.state = 'new'),
    \(ConversationState.columns)
    """

  /// Nil where the channel makes no sense, which is no customer of anybody's.
  fileprivate init?(columns row: Row) {
    guard let channel = Channel(name: row[1]) else { return nil }
    func time(_ column: Int) -> Timestamp? { (row[column] as Int64?).map(Timestamp.init(milliseconds:)) }
    let id: Int64 = row[0]
    var conversation: Conversation? = Conversation()
    if let json: String = row[10] {
      conversation = try? ConversationState(
        json: json, startedAt: row[11], lastInboundAt: row[12], turns: row[13], turnsSince: row[14]
      ).conversation(at: "contact \(id)")
    }
    let vars = try? JSONText.read([String: String].self, row[4], at: "contact \(id)")
    self.init(
      contactID: id, channel: channel, contact: Contact(number: row[2], name: row[3], vars: vars ?? [:]),
      conversation: conversation, isOptedOut: row[5], unreachableAt: time(6), lastInboundAt: time(7),
      lastAgentAt: time(8), waitingEvents: row[9])
  }
}
