import Dialogue
import GRDB

extension Journal {
  /// What the last stop left: `sending` becomes `unknown`, calls under way are to be made once more, and after an unclean
  /// stop the events that may have been first in line count an attempt.
  package struct Recovery: Sendable {
    package var wasUnclean: Bool
    /// Messages of which nobody knows whether they were sent.
    package var unknown: Int
    /// Calls of which nobody knows the answer.
    package var lostCalls: Int
  }

  // Of a conversation `v`: messages, and news of ours, wait while a call is under way: none of them was first in line. A conversation that
  // cannot be read holds nothing up here: it is found when its work is looked for.
  private static let waitsForNoCall = """
    CASE WHEN json_valid(v.state) THEN json_extract(v.state, '$.call') IS NULL ELSE 1 END
    """

  /// Sees to what the last process left; to be called once after the start, before anything is sent.
  ///
  /// - Parameter settle: how long the messages now `unknown` wait for news: their `dueAt` is its end.
  package func recover(now: Timestamp, settle: Duration = .seconds(90)) async throws -> Recovery {
    let wasUnclean = wasUnclean
    return try await writer.write { db in
      if try CleanStop.settle(db) {
        try db.execute(
          sql: """
            UPDATE inbox SET attempts = attempts + 1
            WHERE id IN (
              SELECT min(i.id) FROM inbox i LEFT JOIN conversation v ON v.contact_id = i.contact_id
              WHERE i.state = 'new' AND (i.kind NOT IN ('message', 'undelivered') OR \(Self.waitsForNoCall)) GROUP BY i.contact_id)
            """)
      }
      try db.execute(
        sql: "UPDATE attempt SET ended_at = ?, outcome = 'crash' WHERE ended_at IS NULL",
        arguments: [now.milliseconds])
      // Of what was being stored then, nobody was told that it is stored.
      try db.execute(sql: "DELETE FROM broadcast WHERE state = 'storing'")
      try db.execute(
        sql: """
          UPDATE outbox SET state = 'unknown', attempts = attempts + 1, due_at = ?,
            reason = 'balas was stopped while it was being sent'
          WHERE state = 'sending'
          """, arguments: [(now + settle).milliseconds])
      let unknown = db.changesCount
      return Recovery(wasUnclean: wasUnclean, unknown: unknown, lostCalls: try db.recoverCalls(now: now))
    }
  }

  /// What SQLite finds wrong with the file; empty if it is sound. Reads all of it, and only reads.
  package func quickCheck() async throws -> [String] {
    do {
      return try await read { db in
        try String.fetchAll(db, sql: "PRAGMA quick_check").filter { $0 != "ok" }
      }
    } catch JournalFailure.damaged(_, let reason) {
      return [reason]
    }
  }
}
