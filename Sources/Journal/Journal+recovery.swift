import Dialogue
import GRDB

extension Journal {
  /// What an unclean stop left: `sending` becomes `unknown`, first-in-line events count an attempt.
  package struct Recovery: Sendable {
    package var wasUnclean: Bool
    /// Messages of which nobody knows whether they were sent.
    package var unknown: Int
  }

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
            WHERE id IN (SELECT min(id) FROM inbox WHERE state = 'new' GROUP BY contact_id)
            """)
      }
      try db.execute(
        sql: "UPDATE attempt SET ended_at = ?, outcome = 'crash' WHERE ended_at IS NULL",
        arguments: [now.milliseconds])
      try db.execute(
        sql: """
          UPDATE outbox SET state = 'unknown', attempts = attempts + 1, due_at = ?,
            reason = 'balas was stopped while it was being sent'
          WHERE state = 'sending'
          """, arguments: [(now + settle).milliseconds])
      return Recovery(wasUnclean: wasUnclean, unknown: db.changesCount)
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
