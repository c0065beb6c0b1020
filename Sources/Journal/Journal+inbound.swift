import Dialogue
import Foundation
import GRDB

extension Journal {
  /// Keeps a customer's message once.
  ///
  /// - Throws: ``JournalFailure/full`` already when the disk is nearly full.
  package func accept(_ message: IncomingMessage) async throws -> Acceptance {
    if space.isShort { throw JournalFailure.full }
    let channel = message.channel.name
    let messageID = message.messageID.withoutNUL
    let number = message.number.withoutNUL
    let payload = try EventPayload(text: message.text).json()
    let sentAt = min(message.providerAt ?? message.receivedAt, message.receivedAt)
    return try await writer.write { db in
      let contactID = try db.ensuredContactID(channel: channel, number: number)
      try db.cachedStatement(
        sql: """
          INSERT INTO inbox(channel, contact_id, kind, message_id, payload, provider_at, received_at, state)
          VALUES (?, ?, 'message', ?, ?, ?, ?, 'new') ON CONFLICT(channel, message_id) DO NOTHING
          """
      ).execute(arguments: [
        channel, contactID, messageID, payload, message.providerAt?.milliseconds,
        message.receivedAt.milliseconds,
      ])
      guard db.changesCount == 1 else { return .duplicate }
      let inboxID = db.lastInsertedRowID
      try db.cachedStatement(
        sql: """
          UPDATE contact SET last_inbound_at = max(coalesce(last_inbound_at, ?1), ?1), unreachable_at = NULL
          WHERE id = ?2
          """
      ).execute(arguments: [sentAt.milliseconds, contactID])
      return .new(contactID: contactID, inboxID: inboxID)
    }
  }

  /// Keeps a callback nobody could make sense of.
  package func quarantine(_ callback: QuarantinedCallback) async throws {
    if space.isShort { throw JournalFailure.full }
    try await writer.write { db in
      try db.cachedStatement(
        sql: "INSERT INTO quarantine(body, reason, project_id, received_at) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [
        Data(callback.body), callback.reason, callback.projectID, callback.receivedAt.milliseconds,
      ])
    }
  }

  /// Quarantined callbacks of these projects, oldest first.
  package func quarantined(projectIDs: [String]) async throws -> [QuarantinedCallback] {
    try await read { db in
      let marks = databaseQuestionMarks(count: projectIDs.count)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT id, body, reason, project_id, received_at FROM quarantine
          WHERE project_id IN (\(marks)) ORDER BY id
          """,
        arguments: StatementArguments(projectIDs)
      ).map { row in
        QuarantinedCallback(
          id: row[0], body: [UInt8](row[1] as Data), reason: row[2], projectID: row[3],
          receivedAt: Timestamp(milliseconds: row[4]))
      }
    }
  }

  /// Forgets quarantined callbacks; an id that is not there is no error.
  package func removeQuarantined(_ ids: [Int64]) async throws {
    try await writer.write { db in
      for id in ids {
        try db.cachedStatement(sql: "DELETE FROM quarantine WHERE id = ?").execute(arguments: [id])
      }
    }
  }
}
