import Dialogue
import GRDB

extension Journal {
  /// Calls that are to be made, oldest first.
  package func waitingCalls(limit: Int) async throws -> [WaitingCall] {
    try await read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT id, channel, contact_id, key, request, attempts FROM call
            WHERE state = 'new' ORDER BY id LIMIT ?
            """), arguments: [limit]
      ).map { row in
        let id: Int64 = row[0]
        return WaitingCall(
          id: id, channel: row[1], contactID: row[2], key: row[3],
          request: try? JSONText.read(CallRequest.self, row[4], at: "call \(id)"), attempts: row[5])
      }
    }
  }

  /// Marks calls as under way: committed before the first byte leaves.
  ///
  /// - Returns: those that are to be made now.
  package func beginCalls(_ ids: [Int64], now: Timestamp) async throws -> Set<Int64> {
    try await writer.write { db in
      var begun: Set<Int64> = []
      for id in ids {
        try db.cachedStatement(
          sql: """
            UPDATE call SET state = 'calling', attempts = attempts + 1, begun_at = ?
            WHERE id = ? AND state = 'new'
            """
        ).execute(arguments: [now.milliseconds, id])
        if db.changesCount == 1 { begun.insert(id) }
      }
      return begun
    }
  }

  /// Keeps a call's end, and the event that tells its conversation, in one commit.
  ///
  /// - Returns: the contact that has an event now; nil if the call had an end before.
  package func endCall(_ id: Int64, _ outcome: CallOutcome, now: Timestamp) async throws -> Int64? {
    try await writer.write { db in try db.endCall(id, outcome, now: now) }
  }
}
