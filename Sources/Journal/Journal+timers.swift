import Dialogue
import GRDB

extension Journal {
  private static let timersPerCommit = 500

  /// When the next timer is due; nil if none runs.
  package func nextTimer() async throws -> Timestamp? {
    try await read { db in
      try Int64.fetchOne(db, sql: "SELECT min(due_at) FROM timer").map(Timestamp.init(milliseconds:))
    }
  }

  /// Turns timers that are due into events, each once: the event is kept and the timer gone in one commit.
  ///
  /// - Returns: the contacts that have an event now; at most 500 at a time.
  package func fireTimers(now: Timestamp) async throws -> [Int64] {
    try await writer.write { db in
      let timers = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT id, contact_id, kind FROM timer WHERE due_at <= ? ORDER BY due_at, id
            LIMIT \(Self.timersPerCommit)
            """), arguments: [now.milliseconds])
      for timer in timers { try db.fire(timer, now: now) }
      return timers.map { $0[1] }
    }
  }
}
