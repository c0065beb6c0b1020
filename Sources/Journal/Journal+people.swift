import Dialogue
import GRDB

extension Journal {
  /// How many rows there are; `inbox` and `outbox` by their state's raw value, `calls` by theirs.
  package struct Counts: Sendable, Codable {
    package var inbox: [String: Int]
    package var outbox: [String: Int]
    package var calls: [String: Int]
    package var contacts: Int
    package var quarantine: Int
    package var orphanStatuses: Int
  }

  /// How many rows there are of each kind and state. Reads whole tables: for people, not for every scrape.
  package func counts() async throws -> Counts {
    try await read { db in
      func byState(_ table: String) throws -> [String: Int] {
        let rows = try Row.fetchAll(db, sql: "SELECT state, count(*) FROM \(table) GROUP BY state")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
      }
      func count(_ rows: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(rows)") ?? 0
      }
      return Counts(
        inbox: try byState("inbox"), outbox: try byState("outbox"), calls: try byState("call"),
        contacts: try count("contact"),
        quarantine: try count("quarantine"), orphanStatuses: try count("status WHERE outbox_id IS NULL"))
    }
  }

  package struct Waiting: Sendable, Hashable, Codable {
    /// Events that were not run yet.
    package var events: Int
    /// Messages that are not at an end.
    package var messages: Int
    /// Calls that have no end yet.
    package var calls: Int
  }

  /// How much is under way; cheap enough for every scrape.
  package func waiting() async throws -> Waiting {
    try await read { db in
      let events = try Int.fetchOne(db, sql: "SELECT count(*) FROM inbox WHERE state = 'new'")
      let messages = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM outbox WHERE \(Schema.isWaiting)")
      let calls = try Int.fetchOne(db, sql: "SELECT count(*) FROM call WHERE state <> 'ended'")
      return Waiting(events: events ?? 0, messages: messages ?? 0, calls: calls ?? 0)
    }
  }

  /// Shown to people where a message's content cannot be read; never sent.
  static let unreadable = Content.text("(its content in the journal cannot be read)")

  /// The newest `limit` messages, newest first, of one state or all.
  package func outbox(state: OutboxState?, limit: Int) async throws -> [OutboxRow] {
    try await read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(OutboxRow.columns) FROM outbox o JOIN contact c ON c.id = o.contact_id
          WHERE ?1 IS NULL OR o.state = ?1 ORDER BY o.id DESC LIMIT ?2
          """, arguments: [state?.rawValue, limit]
      ).map { try OutboxRow(columns: $0, substitute: Self.unreadable) }
    }
  }

  /// One call of the provider for an outgoing message.
  package struct Attempt: Sendable, Hashable, Codable {
    /// From 1.
    package var n: Int
    package var startedAt: Timestamp
    /// Nil while it runs, or where the daemon ended in the middle of it.
    package var endedAt: Timestamp?
    /// A ``Gateway/SendOutcome`` by its raw value.
    package var outcome: String?
    /// What the provider answered, or the kind of trouble on the way there.
    package var code: String?
  }

  /// A message with its attempts, oldest first; nil if there is none with this id.
  package func outboxRow(_ id: Int64) async throws -> (row: OutboxRow, attempts: [Attempt])? {
    try await read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT \(OutboxRow.columns) FROM outbox o JOIN contact c ON c.id = o.contact_id WHERE o.id = ?
          """, arguments: [id])
      guard let row else { return nil }
      let attempts = try Row.fetchAll(
        db, sql: "SELECT n, started_at, ended_at, outcome, code FROM attempt WHERE outbox_id = ? ORDER BY n",
        arguments: [id]
      ).map { row in
        Attempt(
          n: row[0], startedAt: Timestamp(milliseconds: row[1]),
          endedAt: (row[2] as Int64?).map(Timestamp.init(milliseconds:)), outcome: row[3], code: row[4])
      }
      return (try OutboxRow(columns: row, substitute: Self.unreadable), attempts)
    }
  }

  /// The message that the provider calls by this id on one of `channels`; nil if there is none.
  package func outboxRow(messageID: String, among channels: [Channel]) async throws -> OutboxRow? {
    try await read { db in
      for channel in channels {
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT \(OutboxRow.columns) FROM outbox o JOIN contact c ON c.id = o.contact_id
            WHERE o.channel = ? AND o.message_id = ? ORDER BY o.id DESC LIMIT 1
            """, arguments: [channel.name, messageID])
        if let row { return try OutboxRow(columns: row, substitute: Self.unreadable) }
      }
      return nil
    }
  }
}
