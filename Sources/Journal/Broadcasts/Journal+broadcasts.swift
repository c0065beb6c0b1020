import Dialogue
import GRDB

extension Journal {
  /// How long the same template and file are taken for a repeat.
  package static let broadcastRepeat = Duration.seconds(24 * 60 * 60)
  private static let rowsPerCommit = 500

  /// Stores a broadcast with all its rows; it waits for its time only once the last of them is on disk.
  ///
  /// - Parameter again: whether it may repeat another one.
  package func createBroadcast(_ broadcast: NewBroadcast, again: Bool, now: Timestamp) async throws
    -> BroadcastCreation
  {
    let template = try JSONText.write(broadcast.template)
    let creation = try await writer.write { db -> BroadcastCreation in
      if !again, let earlier = try db.broadcastRepeated(broadcast.digest, now: now) { return earlier }
      try db.execute(
        sql: """
          INSERT INTO broadcast(channel, name, template, rate, checks_numbers, digest, state, created_at, due_at,
            expires_at)
          VALUES (?, ?, ?, ?, ?, ?, 'storing', ?, ?, ?)
          """,
        arguments: [
          broadcast.channel.name, broadcast.name, template, broadcast.rate, broadcast.checksNumbers,
          broadcast.digest, now.milliseconds, broadcast.dueAt.milliseconds, broadcast.expiresAt.milliseconds,
        ])
      return .created(db.lastInsertedRowID)
    }
    guard case .created(let id) = creation else { return creation }
    do {
      try await store(broadcast.rows, of: id)
      try await writer.write { db in
        try db.execute(sql: "UPDATE broadcast SET state = 'planned' WHERE id = ?", arguments: [id])
      }
    } catch {
      // What is left of it is not sent, and the next start throws it away.
      try? await writer.write { db in
        try db.execute(sql: "DELETE FROM broadcast WHERE id = ? AND state = 'storing'", arguments: [id])
      }
      throw error
    }
    return creation
  }

  /// The broadcast that the same template and file made in the last 24 hours, or that is still under way.
  package func broadcastRepeated(_ broadcast: NewBroadcast, now: Timestamp) async throws -> BroadcastCreation?
  {
    try await read { db in try db.broadcastRepeated(broadcast.digest, now: now) }
  }

  private func store(_ rows: [BroadcastRow], of id: Int64) async throws {
    for start in stride(from: 0, to: rows.count, by: Self.rowsPerCommit) {
      let chunk = try rows[start..<min(start + Self.rowsPerCommit, rows.count)].map { row in
        (row: row, places: row.skipped == nil ? try JSONText.write(row.places) : "{}")
      }
      try await writer.write { db in
        for (row, places) in chunk {
          try db.cachedStatement(
            sql: """
              INSERT INTO broadcast_row(broadcast_id, line, number, params, state, reason)
              VALUES (?, ?, ?, ?, ?, ?)
              """
          ).execute(arguments: [
            id, row.line, row.number.withoutNUL, places, row.skipped == nil ? "waiting" : "skipped",
            row.skipped,
          ])
        }
      }
    }
  }

  /// Why nothing would be sent to these numbers now; those without a reason are left out.
  package func broadcastObstacles(
    _ numbers: [String], channel: Channel, hasSMS: Bool, now: Timestamp
  ) async throws -> [String: String] {
    try await read { db in
      var obstacles: [String: String] = [:]
      for number in numbers {
        guard let id = try db.contactID(channel: channel.name, number: number) else { continue }
        obstacles[number] = try db.broadcastObstacle(contactID: id, hasSMS: hasSMS, now: now)
      }
      return obstacles
    }
  }

  /// Which of `rows` would get what they got, or are still to get, by another broadcast of the last 24 hours: why nothing
  /// is sent to them, by number. What did not reach them is no reason.
  package func broadcastRepeats(
    _ rows: [BroadcastRow], template: MessageTemplate, channel: Channel, now: Timestamp
  ) async throws -> [String: String] {
    let wanted = try rows.map { (number: $0.number, places: try JSONText.write($0.places)) }
    let template = try JSONText.write(template)
    return try await read { db in
      let sent = try Row.fetchAll(
        db,
        sql: """
          SELECT r.number, r.params, r.broadcast_id
          FROM broadcast b JOIN broadcast_row r ON r.broadcast_id = b.id LEFT JOIN outbox o ON o.id = r.outbox_id
          WHERE b.channel = ? AND b.template = ? AND b.state <> 'storing'
            AND (b.ended_at IS NULL OR b.created_at > ?)
            AND (r.state = 'waiting' AND b.ended_at IS NULL
              OR r.state = 'handed' AND coalesce(o.state, 'sent')
                NOT IN ('dead', 'failed', 'expired', 'dropped'))
          """, arguments: [channel.name, template, (now - Self.broadcastRepeat).milliseconds])
      let earlier = Dictionary(
        sent.map { row in ([row[0], row[1]] as [String], row[2] as Int64) }, uniquingKeysWith: max)
      var repeats: [String: String] = [:]
      for row in wanted {
        guard let id = earlier[[row.number, row.places]] else { continue }
        repeats[row.number] = "the same by broadcast \(id) within 24 hours"
      }
      return repeats
    }
  }

  /// Broadcasts, newest first; without those that are being stored.
  package func broadcasts(limit: Int) async throws -> [Broadcast] {
    try await read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT \(Broadcast.columns) FROM broadcast WHERE state <> 'storing' ORDER BY id DESC LIMIT ?",
        arguments: [limit]
      ).map(Broadcast.init(columns:))
    }
  }

  /// Broadcasts without an end, oldest first.
  package func openBroadcasts() async throws -> [Broadcast] {
    try await read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(Broadcast.columns) FROM broadcast WHERE ended_at IS NULL AND state <> 'storing' ORDER BY id
          """
      ).map(Broadcast.init(columns:))
    }
  }

  /// One broadcast with how many of its rows stand where; nil if there is none with this id.
  package func broadcast(_ id: Int64) async throws -> (broadcast: Broadcast, tally: BroadcastTally)? {
    try await read { db in
      guard let broadcast = try db.broadcast(id) else { return nil }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(Self.rowState), count(*) FROM broadcast_row r JOIN broadcast b ON b.id = r.broadcast_id
          LEFT JOIN outbox o ON o.id = r.outbox_id WHERE r.broadcast_id = ? GROUP BY 1
          """, arguments: [id])
      return (
        broadcast, BroadcastTally(states: Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) }))
      )
    }
  }

  /// Where the row `r` of the broadcast `b` stands, with its message `o`: what waits when its broadcast ends has its end.
  private static let rowState = """
    CASE WHEN r.state = 'handed' THEN coalesce(o.state, 'forgotten')
      WHEN r.state = 'waiting' AND b.state = 'cancelled' THEN 'cancelled'
      WHEN r.state = 'waiting' AND b.state = 'done' THEN 'expired'
      ELSE r.state END
    """

  /// What became of the rows of a broadcast, in the order of the file.
  ///
  /// - Parameter line: those after it.
  package func broadcastEnds(_ id: Int64, after line: Int, limit: Int) async throws -> [BroadcastEnd] {
    func first(_ status: String) -> String {
      """
      (SELECT min(iif(s.provider_at = 0, s.received_at, s.provider_at)) FROM status s
        WHERE s.channel = o.channel AND s.message_id = o.message_id AND s.status = '\(status)')
      """
    }
    let (delivered, read) = (first("delivered"), first("read"))
    return try await self.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT r.line, r.number, \(Self.rowState), coalesce(r.reason, o.reason), o.message_id, o.accepted_at,
            \(delivered), \(read)
          FROM broadcast_row r JOIN broadcast b ON b.id = r.broadcast_id
          LEFT JOIN outbox o ON o.id = r.outbox_id
          WHERE r.broadcast_id = ? AND r.line > ? ORDER BY r.line LIMIT ?
          """, arguments: [id, line, limit]
      ).map { row in
        BroadcastEnd(
          line: row[0], number: row[1], state: row[2], reason: row[3], messageID: row[4], sentAt: row[5],
          deliveredAt: row[6], readAt: row[7])
      }
    }
  }

  /// Broadcasts that are sent at the moment, and their rows that are not handed over yet; cheap enough for every scrape.
  package func broadcastLoad() async throws -> (running: Int, waitingRows: Int) {
    try await read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*), coalesce(sum((
            SELECT count(*) FROM broadcast_row r INDEXED BY broadcast_row_waiting
            WHERE r.broadcast_id = b.id AND r.state = 'waiting')), 0)
          FROM broadcast b WHERE b.ended_at IS NULL AND b.state = 'running'
          """)
      return (row?[0] ?? 0, row?[1] ?? 0)
    }
  }
}

extension Database {
  fileprivate func broadcastRepeated(_ digest: String, now: Timestamp) throws -> BroadcastCreation? {
    let since = now - Journal.broadcastRepeat
    let row = try Row.fetchOne(
      self,
      sql: """
        SELECT id, created_at FROM broadcast
        WHERE digest = ?1 AND (ended_at IS NULL OR ended_at > ?2 OR created_at > ?2) ORDER BY id DESC LIMIT 1
        """, arguments: [digest, since.milliseconds])
    return row.map { .repeats($0[0], createdAt: Timestamp(milliseconds: $0[1])) }
  }
}
