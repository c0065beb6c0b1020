import Dialogue
import GRDB

extension Journal {
  private static let orphansKept = Duration.seconds(24 * 60 * 60)
  private static let rowsPerCommit = 500

  /// Deletes what is older than `keep:` allows, in small commits, and sees to the ballast.
  ///
  /// Events that wait, and messages and calls that are not at an end, stay, whatever their age.
  /// - Parameter messages: how long messages and all that belongs to them are kept.
  package func prune(now: Timestamp, messages: Duration) async throws {
    let cutoff = (now - messages).milliseconds
    try await prune("inbox", by: "received_at", before: cutoff, unless: "state = 'new'")
    try await pruneBroadcasts(before: cutoff)
    // What became of a broadcast is told as a whole.
    try await prune(
      "outbox", by: "created_at", before: cutoff,
      unless: "\(Schema.isWaiting) OR EXISTS(SELECT 1 FROM broadcast_row r WHERE r.outbox_id = outbox.id)")
    try await prune("call", by: "created_at", before: cutoff, unless: "state <> 'ended'")
    try await prune("quarantine", by: "received_at", before: cutoff, unless: "0")
    try await pruneStatuses("received_at < ?", before: cutoff)
    try await pruneStatuses(
      "outbox_id IS NULL AND received_at < ?", before: (now - Self.orphansKept).milliseconds)
    try await writer.write { db in
      try db.execute(sql: "DELETE FROM usage WHERE day < ?", arguments: [cutoff / UsageTally.day])
      try db.execute(sql: "DELETE FROM tombstone WHERE until < ?", arguments: [now.milliseconds])
    }
    space.restoreBallast()
  }

  /// Hashes of the media of messages that may still be sent: those not at an end, and those a person decides about.
  package func waitingMedia() async throws -> Set<String> {
    try await read { db in
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT id, payload FROM outbox WHERE is_media AND (\(Schema.isWaiting) OR state = 'held')")
      // What cannot be read cannot be sent either: the sender holds it and tells.
      return Set(
        rows.compactMap { row in
          try? JSONText.read(ContentPayload.self, row[1], at: "outbox row \(row[0] as Int64)").hash
        })
    }
  }

  // Ids grow with time, so the old rows stand first and the search ends at the first young one.
  private func prune(_ table: String, by time: String, before cutoff: Int64, unless kept: String) async throws
  {
    var last: Int64 = 0
    while true {
      let start = last
      let rows = try await read { db in
        try Row.fetchAll(
          db, sql: "SELECT id, \(time), \(kept) FROM \(table) WHERE id > ? ORDER BY id LIMIT ?",
          arguments: [start, Self.rowsPerCommit]
        ).map { (id: $0[0] as Int64, time: $0[1] as Int64, isKept: $0[2] as Bool) }
      }
      let old = rows.prefix { $0.time < cutoff }
      let ids = old.filter { !$0.isKept }.map(\.id)
      if !ids.isEmpty {
        try await writer.write { db in
          for id in ids {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE id = ?").execute(arguments: [id])
          }
        }
      }
      guard old.count == Self.rowsPerCommit, let id = old.last?.id else { return }
      last = id
    }
  }

  /// Deletes broadcasts that ended before, with their rows.
  private func pruneBroadcasts(before cutoff: Int64) async throws {
    while true {
      let deleted = try await writer.write { db in
        let old = "SELECT id FROM broadcast WHERE ended_at < ?1"
        try db.execute(
          sql: """
            DELETE FROM broadcast_row WHERE (broadcast_id, line) IN (
              SELECT broadcast_id, line FROM broadcast_row WHERE broadcast_id IN (\(old))
              LIMIT \(Self.rowsPerCommit))
            """, arguments: [cutoff])
        let rows = db.changesCount
        if rows < Self.rowsPerCommit {
          try db.execute(sql: "DELETE FROM broadcast WHERE id IN (\(old))", arguments: [cutoff])
        }
        return rows
      }
      guard deleted == Self.rowsPerCommit else { return }
    }
  }

  private func pruneStatuses(_ which: String, before cutoff: Int64) async throws {
    while true {
      let deleted = try await writer.write { db in
        try db.execute(
          sql: """
            DELETE FROM status WHERE (channel, message_id, status, provider_at) IN (
              SELECT channel, message_id, status, provider_at FROM status
              WHERE \(which) LIMIT \(Self.rowsPerCommit))
            """, arguments: [cutoff])
        return db.changesCount
      }
      guard deleted == Self.rowsPerCommit else { return }
    }
  }
}
