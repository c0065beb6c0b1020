import Dialogue
import GRDB

/// What became of a person's decision about a message.
package enum OutboxDecision: Sendable, Hashable {
  case done(contactID: Int64)
  /// The message stands where this cannot be done.
  case refused(OutboxState)
  case notFound
}

extension Journal {
  /// Queues a message anew that is `held`, `dead`, `expired` or `unknown`, with its attempts forgotten.
  ///
  /// But not that an answer to one was lost: the customer may have it twice now, so if one is lost again, a person
  /// decides again.
  package func retry(_ id: Int64, expiresAt: Timestamp, now: Timestamp) async throws -> OutboxDecision {
    try await writer.write { db in
      let isBroadcast =
        try String.fetchOne(db, sql: "SELECT lane FROM outbox WHERE id = ?", arguments: [id])
        .flatMap(Lane.init) == .broadcast
      // A broadcast's message leaves at most once, whoever asks.
      return try db.decide(
        id, from: isBroadcast ? [.held, .dead, .expired] : [.held, .dead, .expired, .unknown]
      ) {
        try db.execute(
          sql: """
            UPDATE outbox SET state = 'queued', reason = NULL, attempts = lost.any, resends = lost.any,
              due_at = ?1, expires_at = ?2
            FROM (SELECT EXISTS(
              SELECT 1 FROM attempt WHERE outbox_id = ?3 AND outcome IN ('ambiguous', 'crash')) AS any) AS lost
            WHERE id = ?3
            """, arguments: [now.milliseconds, expiresAt.milliseconds, id])
      }
    }
  }

  /// Gives up a message that is `queued`, `unknown` or `held`; the bot is not told.
  package func drop(_ id: Int64) async throws -> OutboxDecision {
    try await writer.write { db in
      try db.decide(id, from: [.queued, .unknown, .held]) {
        try db.execute(
          sql: "UPDATE outbox SET state = 'dropped', reason = 'a person dropped it' WHERE id = ?",
          arguments: [id])
      }
    }
  }
}

extension Database {
  fileprivate func decide(
    _ id: Int64, from allowed: Set<OutboxState>, _ change: () throws -> Void
  ) throws -> OutboxDecision {
    let row = try Row.fetchOne(
      self, sql: "SELECT contact_id, state FROM outbox WHERE id = ?", arguments: [id])
    guard let row, let state = OutboxState(rawValue: row[1]) else { return .notFound }
    guard allowed.contains(state) else { return .refused(state) }
    try change()
    return .done(contactID: row[0])
  }
}
