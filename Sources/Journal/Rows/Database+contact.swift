import Dialogue
import GRDB

extension Database {
  /// The contact's id; nil if there is none yet.
  func contactID(channel: String, number: String) throws -> Int64? {
    try Int64.fetchOne(
      cachedStatement(sql: "SELECT id FROM contact WHERE channel = ? AND number = ?"),
      arguments: [channel, number])
  }

  /// The contact's id; it is made if there is none.
  func ensuredContactID(channel: String, number: String) throws -> Int64 {
    if let id = try contactID(channel: channel, number: number) { return id }
    try cachedStatement(sql: "INSERT INTO contact(channel, number) VALUES (?, ?)")
      .execute(arguments: [channel, number])
    return lastInsertedRowID
  }

  /// Puts an event of our own into the contact's inbox: a message of ours ended badly.
  func addUndelivered(
    outboxID: Int64, channel: String, contactID: Int64, reason: String, now: Timestamp
  ) throws {
    let payload = try EventPayload(outboxID: outboxID, reason: reason).json()
    try cachedStatement(
      sql: """
        INSERT INTO inbox(channel, contact_id, kind, payload, received_at, state)
        VALUES (?, ?, 'undelivered', ?, ?, 'new')
        """
    ).execute(arguments: [channel, contactID, payload, now.milliseconds])
  }
}
