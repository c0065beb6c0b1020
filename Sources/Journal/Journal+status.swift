import Dialogue
import GRDB

extension Journal {
  /// Keeps news of a message of ours once, and moves the message if it is known.
  ///
  /// - Throws: ``JournalFailure/full`` already when the disk is nearly full.
  package func record(_ status: IncomingStatus) async throws -> StatusEffect {
    if space.isShort { throw JournalFailure.full }
    let channel = status.channel.name
    let messageID = status.messageID.withoutNUL
    return try await writer.write { db in
      let message = try db.messageSent(channel: channel, messageID: messageID)
      // An orphan may later turn out to be the answer to a send that was lost: keep whose it is.
      let contactID =
        try message?.contactID
        ?? status.number.flatMap { try db.contactID(channel: channel, number: $0.withoutNUL) }
      try db.cachedStatement(
        sql: """
          INSERT INTO status(channel, message_id, status, provider_at, received_at, contact_id, outbox_id)
          VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
          """
      ).execute(arguments: [
        channel, messageID, status.status, status.providerAt?.milliseconds ?? 0,
        status.receivedAt.milliseconds, contactID, message?.id,
      ])
      guard db.changesCount == 1 else { return StatusEffect(isNew: false, contactID: nil, failed: false) }
      if let contactID { try db.unmarkUnreachable(contactID: contactID, news: [status.status]) }
      guard let message else {
        return StatusEffect(isNew: true, contactID: nil, failed: false, isOrphan: contactID != nil)
      }
      let failed = try db.applyNews([status.status], to: message, now: status.receivedAt)
      return StatusEffect(isNew: true, contactID: message.contactID, failed: failed)
    }
  }

  /// A status as it was kept.
  package struct KeptStatus: Sendable, Hashable, Codable {
    package var status: String
    /// Nil if the provider did not say.
    package var providerAt: Timestamp?
    package var receivedAt: Timestamp
  }

  /// What came in about a message of the outbox, in the order it came.
  package func statuses(outboxID: Int64) async throws -> [KeptStatus] {
    try await read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT s.status, nullif(s.provider_at, 0), s.received_at
          FROM outbox o JOIN status s ON s.channel = o.channel AND s.message_id = o.message_id
          WHERE o.id = ? ORDER BY s.received_at, s.provider_at
          """, arguments: [outboxID]
      ).map { row in
        KeptStatus(
          status: row[0], providerAt: (row[1] as Int64?).map(Timestamp.init(milliseconds:)),
          receivedAt: Timestamp(milliseconds: row[2]))
      }
    }
  }
}
