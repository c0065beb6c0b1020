import Dialogue
import GRDB

/// A message that the provider took, and of which no news came.
package struct SilentMessage: Sendable, Hashable {
  package var id: Int64
  package var channel: Channel
  package var messageID: String
}

/// News of a message that nobody knows, to a contact one of whose messages lost its answer at that time.
package struct OrphanClaim: Sendable, Hashable {
  /// The message that may be the one.
  package var id: Int64
  package var contactID: Int64
  package var channel: Channel
  package var messageID: String
  /// When the send began whose answer was lost.
  package var startedAt: Timestamp

  /// Whether the provider took the unknown message when this one was sent: news of an older one may come at any time.
  package func fits(_ takenAt: Timestamp) -> Bool {
    takenAt >= startedAt - Self.before && takenAt <= startedAt + Self.after
  }

  /// How far the two clocks may be apart, and how long an answer may take.
  static let before = Duration.seconds(2)
  static let after = Duration.seconds(90)
}

extension Journal {
  /// How long after a message was taken the provider is asked about it, if no news came: once each.
  package static let inquiryTimes: [Duration] = [.seconds(600), .seconds(3600), .seconds(6 * 3600)]

  /// What was taken longer ago than this is not asked about any more.
  private static let inquiryEnd = Duration.seconds(86_400)

  /// Up to `limit` messages the provider is to be asked about now, those of broadcasts last.
  package func silentMessages(now: Timestamp, limit: Int) async throws -> [SilentMessage] {
    try await read { db in
      var found: [SilentMessage] = []
      for (count, time) in Self.inquiryTimes.enumerated() where found.count < limit {
        found += try Row.fetchAll(
          db,
          sql: """
            SELECT id, channel, message_id FROM outbox o
            WHERE state = 'sent' AND message_id IS NOT NULL AND inquiries = ?
              AND accepted_at BETWEEN ? AND ? AND NOT EXISTS(
                SELECT 1 FROM status s WHERE s.channel = o.channel AND s.message_id = o.message_id)
            ORDER BY lane = 'broadcast', accepted_at LIMIT ?
            """,
          arguments: [
            count, (now - Self.inquiryEnd).milliseconds, (now - time).milliseconds, limit - found.count,
          ]
        ).compactMap { row in
          Channel(name: row[1]).map { SilentMessage(id: row[0], channel: $0, messageID: row[2]) }
        }
      }
      return found
    }
  }

  /// Remembers that the provider was asked about a message.
  package func noteInquiry(_ id: Int64) async throws {
    try await writer.write { db in
      try db.execute(sql: "UPDATE outbox SET inquiries = inquiries + 1 WHERE id = ?", arguments: [id])
    }
  }

  /// Messages whose answer was lost, each with the one unknown message of which news came at its time, and none before;
  /// where news of several came, nobody can tell which it is.
  package func orphanClaims() async throws -> [OrphanClaim] {
    try await read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT o.id, o.contact_id, o.channel, min(s.message_id), a.started_at
          FROM outbox o
          JOIN attempt a ON a.outbox_id = o.id
            AND a.n = (SELECT max(n) FROM attempt WHERE outbox_id = o.id)
          JOIN status s ON s.outbox_id IS NULL AND s.contact_id = o.contact_id AND s.channel = o.channel
            AND s.received_at BETWEEN a.started_at - ?1 AND a.started_at + ?2
            AND NOT EXISTS(
              SELECT 1 FROM status e WHERE e.channel = s.channel AND e.message_id = s.message_id
                AND e.received_at < a.started_at - ?1)
          WHERE \(Schema.isWaiting) AND o.state = 'unknown'
          GROUP BY o.id HAVING count(DISTINCT s.message_id) = 1
          """,
        arguments: [OrphanClaim.before.wholeMilliseconds, OrphanClaim.after.wholeMilliseconds]
      ).compactMap { row in
        Channel(name: row[2]).map {
          OrphanClaim(
            id: row[0], contactID: row[1], channel: $0, messageID: row[3],
            startedAt: Timestamp(milliseconds: row[4]))
        }
      }
    }
  }

  /// A message whose answer was lost turned out to be sent: it gets its id, and the news that came of it.
  ///
  /// - Returns: what that means for the contact; nil if it is not `unknown` any more.
  package func settle(_ claim: OrphanClaim, now: Timestamp) async throws -> MoveResult? {
    try await writer.write { db in
      let state = try String.fetchOne(
        db, sql: "SELECT state FROM outbox WHERE id = ?", arguments: [claim.id])
      guard state == OutboxState.unknown.rawValue else { return nil }
      var result = MoveResult()
      try db.move(
        OutboxMove(
          id: claim.id, state: .sent, reason: "its answer was lost, and the provider's news told of it",
          dueAt: now, messageID: claim.messageID, now: now), &result)
      return result
    }
  }
}
