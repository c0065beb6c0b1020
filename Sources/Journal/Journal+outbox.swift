import Dialogue
import GRDB

extension Journal {
  /// Contacts with messages that are not at an end.
  package func contactsWithOutbound() async throws -> [Int64] {
    try await read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT contact_id FROM outbox WHERE \(Schema.isWaiting)
          GROUP BY contact_id ORDER BY min(id)
          """)
    }
  }

  /// The oldest message of each of `contacts` that holds back the later ones, due or not.
  ///
  /// What waits for the customer to write holds back nothing that needs not wait for that: it comes last.
  /// A broadcast's holds nothing back but while it is being sent: people who talk to the bot do not wait for it.
  ///
  /// - Parameter unreadable: called for each contact that is left out because that message cannot be read.
  package func heads(
    of contacts: [Int64], now: Timestamp, unreadable: (UnreadableRow) -> Void
  ) async throws -> [OutboxRow] {
    let found = try await read { db in
      try contacts.map { contactID in
        try UnreadableRow.caught(of: contactID) { try Self.head(of: contactID, now: now, db) }
      }
    }
    return UnreadableRow.told(found, to: unreadable)
  }

  private static func head(of contactID: Int64, now: Timestamp, _ db: Database) throws -> OutboxRow? {
    guard var head = try first(of: contactID, "", db) else { return nil }
    if head.isHeld(at: now) {
      let other = try first(of: contactID, "AND NOT (o.state = 'queued' AND o.needs_window)", db)
      head = other ?? head
    }
    head.mediaBeforeAcceptedAt = try mediaBefore(head, db)
    return head
  }

  private static func first(of contactID: Int64, _ also: String, _ db: Database) throws -> OutboxRow? {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(OutboxRow.columns) FROM outbox o JOIN contact c ON c.id = o.contact_id
          WHERE o.contact_id = ? AND \(Schema.isWaiting) \(also)
          ORDER BY o.state = 'sending' DESC, o.lane = 'broadcast', o.id LIMIT 1
          """), arguments: [contactID])
    return try rows.next().map { try OutboxRow(columns: $0) }
  }

  /// The message the provider took last before another one.
  static let lastAccepted = """
    SELECT is_media, state, accepted_at, EXISTS(
      SELECT 1 FROM status s WHERE s.channel = o.channel AND s.message_id = o.message_id)
    FROM outbox o WHERE contact_id = ? AND id < ? AND accepted_at IS NOT NULL ORDER BY id DESC LIMIT 1
    """

  private static func mediaBefore(_ head: OutboxRow, _ db: Database) throws -> Timestamp? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: lastAccepted), arguments: [head.contactID, head.id])
    guard let row, row[0], row[1] == OutboxState.sent.rawValue, !(row[3] as Bool) else { return nil }
    return Timestamp(milliseconds: row[2])
  }

  /// Marks each `sending` and opens an attempt: committed before the first byte leaves.
  ///
  /// - Returns: those that may be sent now; a person may have dropped the others meanwhile.
  @discardableResult
  package func begin(_ ids: [Int64], now: Timestamp) async throws -> [Int64] {
    try await writer.write { db in
      try ids.filter { id in
        try db.cachedStatement(
          sql: "UPDATE outbox SET state = 'sending', reason = NULL WHERE id = ? AND state = 'queued'"
        ).execute(arguments: [id])
        guard db.changesCount == 1 else { return false }
        try db.cachedStatement(
          sql: """
            INSERT INTO attempt(outbox_id, n, started_at)
            SELECT ?1, coalesce(max(n), 0) + 1, ?2 FROM attempt WHERE outbox_id = ?1
            """
        ).execute(arguments: [id, now.milliseconds])
        return true
      }
    }
  }

  /// Moves messages that are not at an end; one that ends badly becomes an `undelivered` event in the same commit.
  ///
  /// - Returns: what that means for the contacts, as it stands in this commit.
  @discardableResult
  package func move(_ moves: [OutboxMove]) async throws -> MoveResult {
    try await writer.write { db in
      var result = MoveResult()
      for move in moves { try db.move(move, &result) }
      return result
    }
  }

  /// Puts a message of a person or the command line into the outbox; the contact is made if there is none.
  ///
  /// - Parameter origin: unique, for example `agent/` and a UUID; the same origin again changes nothing.
  /// - Returns: the message's contact and id.
  package func enqueue(
    _ message: NewMessage, channel: Channel, number: String, origin: String, now: Timestamp
  ) async throws -> (contactID: Int64, outboxID: Int64) {
    let payload = try ContentPayload(message.content).json()
    return try await writer.write { db in
      let contactID = try db.ensuredContactID(channel: channel.name, number: number)
      try db.addToOutbox(
        message, payload: payload, channel: channel.name, contactID: contactID, inboxID: nil,
        origin: origin, ordinal: 0, now: now)
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT contact_id, id FROM outbox WHERE origin = ? AND ordinal = 0",
          arguments: [origin])
      else { throw JournalFailure.damaged(path: origin, reason: "a message just written is not there") }
      return (row[0], row[1])
    }
  }
}
