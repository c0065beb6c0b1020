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

  /// Notes that the provider cannot reach the contact.
  func markUnreachable(contactID: Int64, now: Timestamp) throws {
    try cachedStatement(sql: "UPDATE contact SET unreachable_at = ? WHERE id = ?")
      .execute(arguments: [now.milliseconds, contactID])
  }

  /// Takes `news` of a message to the contact as the sign that the contact can be reached, if it is one.
  func unmarkUnreachable(contactID: Int64, news: [String]) throws {
    guard news.compactMap(OutboxState.init).contains(where: { $0 == .delivered || $0 == .read }) else {
      return
    }
    try cachedStatement(
      sql: "UPDATE contact SET unreachable_at = NULL WHERE id = ? AND unreachable_at IS NOT NULL"
    ).execute(arguments: [contactID])
  }

  /// Puts an event of our own into the contact's inbox: a message of ours ended badly.
  func addUndelivered(
    outboxID: Int64, channel: String, contactID: Int64, reason: String, now: Timestamp
  ) throws {
    let note = try String.fetchOne(
      cachedStatement(sql: "SELECT note FROM outbox WHERE id = ?"), arguments: [outboxID])
    let payload = try EventPayload(
      outboxID: outboxID, reason: reason,
      note: try note.map { try JSONText.read(SendNote.self, $0, at: "outbox row \(outboxID)") }
    ).json()
    try cachedStatement(
      sql: """
        INSERT INTO inbox(channel, contact_id, kind, payload, received_at, state)
        VALUES (?, ?, 'undelivered', ?, ?, 'new')
        """
    ).execute(arguments: [channel, contactID, payload, now.milliseconds])
  }
}
