import Dialogue
import GRDB

extension Journal {
  /// Stops a broadcast: what is not being sent in this moment is not sent before ``resumeBroadcast(_:now:)``.
  package func pauseBroadcast(_ id: Int64) async throws -> BroadcastDecision {
    try await writer.write { db in
      try db.decide(id, from: [.planned, .running]) { _ in
        try db.execute(
          sql: "UPDATE broadcast SET state = 'paused', reason = NULL WHERE id = ?", arguments: [id])
        try db.takeBack(broadcast: id)
        return .done
      }
    }
  }

  /// Lets a broadcast go on that was paused; where its time has not come, it waits for it.
  package func resumeBroadcast(_ id: Int64, now: Timestamp) async throws -> BroadcastDecision {
    try await writer.write { db in
      try db.decide(id, from: [.paused]) { broadcast in
        guard now < broadcast.expiresAt else { return .tooLate }
        try db.execute(
          sql: """
            UPDATE broadcast SET state = 'planned', reason = NULL, refusals = 0, refusal = NULL WHERE id = ?
            """, arguments: [id])
        return .done
      }
    }
  }

  /// Gives a broadcast up: what is not being sent in this moment is never sent.
  package func cancelBroadcast(_ id: Int64, now: Timestamp) async throws -> BroadcastDecision {
    try await writer.write { db in
      try db.decide(id, from: [.planned, .running, .paused]) { _ in
        try db.execute(
          sql: "UPDATE broadcast SET state = 'cancelled', reason = NULL, ended_at = ? WHERE id = ?",
          arguments: [now.milliseconds, id])
        try db.takeBack(broadcast: id)
        return .done
      }
    }
  }
}

extension Database {
  fileprivate func decide(
    _ id: Int64, from allowed: Set<BroadcastState>, _ change: (Broadcast) throws -> BroadcastDecision
  ) throws -> BroadcastDecision {
    guard let broadcast = try broadcast(id) else { return .notFound }
    guard allowed.contains(broadcast.state) else { return .refused(broadcast.state) }
    return try change(broadcast)
  }
}
