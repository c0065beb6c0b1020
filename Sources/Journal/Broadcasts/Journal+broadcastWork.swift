import Dialogue
import GRDB

extension Journal {
  /// What there is to do for a broadcast.
  package struct BroadcastOutlook: Sendable, Hashable {
    /// Messages in the outbox that wait for their send or are being sent.
    package var ahead: Int
    /// Whether a row can be handed over now.
    package var hasReady: Bool
    /// Whether a row waits for its number to be checked.
    package var hasUnchecked: Bool
  }

  package func outlook(_ broadcast: Broadcast) async throws -> BroadcastOutlook {
    try await read { db in
      let ahead = try Int.fetchOne(
        db.cachedStatement(
          sql:
            "SELECT count(*) FROM outbox INDEXED BY outbox_waiting WHERE \(Database.isWaitingOfBroadcast) AND state <> 'unknown'"
        ),
        arguments: [broadcast.id])
      func has(_ condition: String) throws -> Bool {
        try Int.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT 1 FROM broadcast_row INDEXED BY broadcast_row_waiting WHERE broadcast_id = ? AND state = 'waiting' AND \(condition) LIMIT 1
              """), arguments: [broadcast.id]) != nil
      }
      return BroadcastOutlook(
        ahead: ahead ?? 0, hasReady: try has(broadcast.checksNumbers ? "is_checked" : "1"),
        hasUnchecked: broadcast.checksNumbers ? try has("NOT is_checked") : false)
    }
  }

  /// Lets a broadcast run whose time has come.
  package func startBroadcast(_ id: Int64, now: Timestamp) async throws {
    try await writer.write { db in
      try db.execute(
        sql: "UPDATE broadcast SET state = 'running' WHERE id = ? AND state = 'planned' AND due_at <= ?",
        arguments: [id, now.milliseconds])
    }
  }

  /// Hands the next rows of a running broadcast to the outbox, each once: message and row change in one commit.
  ///
  /// - Returns: the contacts that have a message now.
  package func feedBroadcast(_ id: Int64, limit: Int, now: Timestamp) async throws -> [Int64] {
    try await writer.write { db in
      guard let broadcast = try db.broadcast(id), broadcast.state == .running, now < broadcast.expiresAt
      else {
        return []
      }
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT line, number, params FROM broadcast_row INDEXED BY broadcast_row_waiting
            WHERE broadcast_id = ? AND state = 'waiting' AND (is_checked OR NOT ?) ORDER BY line LIMIT ?
            """), arguments: [id, broadcast.checksNumbers, limit])
      return try rows.compactMap { try db.hand($0, of: broadcast, now: now) }
    }
  }

  /// Numbers of a broadcast that are to be checked next, by line.
  package func uncheckedNumbers(_ id: Int64, limit: Int) async throws -> [(line: Int, number: String)] {
    try await read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT line, number FROM broadcast_row INDEXED BY broadcast_row_waiting
          WHERE broadcast_id = ? AND state = 'waiting' AND NOT is_checked ORDER BY line LIMIT ?
          """, arguments: [id, limit]
      ).map { (line: $0[0], number: $0[1]) }
    }
  }

  /// Keeps what was found out about numbers: the rows of those that are not to be sent to are skipped.
  ///
  /// - Parameter obstacles: by line, why not; nil for a number that can be sent to.
  package func checkedNumbers(_ id: Int64, obstacles: [Int: String?]) async throws {
    try await writer.write { db in
      for (line, obstacle) in obstacles {
        try db.cachedStatement(
          sql: """
            UPDATE broadcast_row SET is_checked = 1, reason = ?1, state = iif(?1 IS NULL, state, 'skipped')
            WHERE broadcast_id = ?2 AND line = ?3 AND state = 'waiting'
            """
        ).execute(arguments: [obstacle, id, line])
      }
    }
  }

  /// Ends a broadcast whose every row has an end, or whose time is over; what waits then is not sent any more.
  ///
  /// - Returns: whether it has ended now.
  package func endBroadcast(_ id: Int64, now: Timestamp) async throws -> Bool {
    try await writer.write { db in
      try db.execute(
        sql: """
          UPDATE broadcast SET state = 'done', ended_at = ?2,
            reason = iif(
              EXISTS(SELECT 1 FROM broadcast_row INDEXED BY broadcast_row_waiting WHERE broadcast_id = ?1 AND state = 'waiting'),
              'its time was over', NULL)
          WHERE id = ?1 AND ended_at IS NULL AND state <> 'storing'
            AND NOT EXISTS(SELECT 1 FROM outbox INDEXED BY outbox_waiting WHERE \(Database.isWaitingOfBroadcast))
            AND (expires_at <= ?2 OR state = 'running' AND NOT EXISTS(
              SELECT 1 FROM broadcast_row INDEXED BY broadcast_row_waiting WHERE broadcast_id = ?1 AND state = 'waiting'))
          """, arguments: [id, now.milliseconds])
      return db.changesCount > 0
    }
  }
}

extension Database {
  /// Puts the message of a row into the outbox, unless its contact wants none.
  ///
  /// - Returns: the contact.
  fileprivate func hand(_ row: Row, of broadcast: Broadcast, now: Timestamp) throws -> Int64? {
    let (line, number): (Int, String) = (row[0], row[1])
    let contactID = try ensuredContactID(channel: broadcast.channel.name, number: number)
    let hasSMS = broadcast.template.sms != nil
    let origin = Broadcast.origin(broadcast.id, line: line)
    let places = try? JSONText.read(BroadcastPlaces.self, row[2], at: origin)
    let obstacle = try broadcastObstacle(contactID: contactID, hasSMS: hasSMS, now: now)
    guard let places, obstacle == nil else {
      try cachedStatement(
        sql: "UPDATE broadcast_row SET state = 'skipped', reason = ? WHERE broadcast_id = ? AND line = ?"
      ).execute(arguments: [obstacle ?? "its row in the journal cannot be read", broadcast.id, line])
      return nil
    }
    let content = Content.template(places.filling(broadcast.template))
    try addToOutbox(
      NewMessage(content: content, lane: .broadcast, expiresAt: broadcast.expiresAt),
      payload: try ContentPayload(content).json(), channel: broadcast.channel.name, contactID: contactID,
      inboxID: nil, origin: origin, ordinal: 0, now: now)
    guard changesCount == 1 else {
      throw JournalFailure.damaged(path: origin, reason: "a row that waits has a message already")
    }
    try cachedStatement(
      sql: "UPDATE broadcast_row SET state = 'handed', outbox_id = ? WHERE broadcast_id = ? AND line = ?"
    ).execute(arguments: [lastInsertedRowID, broadcast.id, line])
    return contactID
  }
}
