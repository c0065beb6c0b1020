import Dialogue
import GRDB

extension Journal {
  /// The inbox row of a customer's message that the provider calls by this id on one of `channels`; nil if there is none.
  package func inboxID(messageID: String, among channels: [Channel]) async throws -> Int64? {
    try await read { db in
      for channel in channels {
        let id = try Int64.fetchOne(
          db, sql: "SELECT id FROM inbox WHERE channel = ? AND message_id = ?",
          arguments: [channel.name, messageID])
        if let id { return id }
      }
      return nil
    }
  }

  /// An event with its reason and its answers; nil if there is none with this id, or its channel makes no sense.
  package func story(inboxID: Int64) async throws -> EventStory? {
    try await read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT i.channel, c.number, i.message_id, i.received_at, i.kind, i.payload, i.state, r.bot, r.detail
          FROM inbox i JOIN contact c ON c.id = i.contact_id LEFT JOIN reason r ON r.inbox_id = i.id
          WHERE i.id = ?
          """, arguments: [inboxID])
      guard let row, let channel = Channel(name: row[0]) else { return nil }
      let answers = try Row.fetchAll(
        db,
        sql: """
          SELECT \(OutboxRow.columns) FROM outbox o JOIN contact c ON c.id = o.contact_id
          WHERE o.origin = ? ORDER BY o.ordinal
          """, arguments: ["inbox/\(inboxID)"])
      return EventStory(
        inboxID: inboxID, channel: channel, number: row[1], messageID: row[2],
        receivedAt: Timestamp(milliseconds: row[3]), what: .init(kind: row[4], payload: row[5]),
        state: row[6],
        bot: row[7],
        reason: (row[8] as String?).flatMap { try? JSONText.read(Reason.self, $0, at: "reason") },
        answers: try answers.map { try OutboxRow(columns: $0, substitute: Self.unreadable) })
    }
  }
}
