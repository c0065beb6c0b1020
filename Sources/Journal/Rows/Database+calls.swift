import Dialogue
import GRDB

extension Database {
  /// A call whose answer is lost so often is given up.
  private static let attemptsAtMost = 2

  /// Adds a call of the turn of `inboxID`.
  func addCall(
    _ request: CallRequest, json: String, channel: String, contactID: Int64, inboxID: Int64, now: Timestamp
  ) throws {
    try cachedStatement(
      sql: """
        INSERT INTO call(channel, contact_id, inbox_id, serial, key, request, state, created_at)
        VALUES (?, ?, ?, ?, lower(hex(randomblob(16))), ?, 'new', ?)
        """
    ).execute(arguments: [channel, contactID, inboxID, request.serial, json, now.milliseconds])
  }

  /// Ends a call that has no end, and tells its conversation.
  ///
  /// - Returns: the contact; nil if the call had an end.
  func endCall(_ id: Int64, _ outcome: CallOutcome, now: Timestamp) throws -> Int64? {
    let row = try Row.fetchOne(
      cachedStatement(sql: "SELECT channel, contact_id, serial FROM call WHERE id = ? AND state <> 'ended'"),
      arguments: [id])
    guard let row else { return nil }
    let (channel, contactID, serial): (String, Int64, Int) = (row[0], row[1], row[2])
    let said = if case .failed(let status) = outcome { status } else { "answered" }
    try cachedStatement(sql: "UPDATE call SET state = 'ended', outcome = ?, ended_at = ? WHERE id = ?")
      .execute(arguments: [said, now.milliseconds, id])
    let payload = try EventPayload(call: .init(serial: serial, outcome: outcome)).json()
    try cachedStatement(
      sql: """
        INSERT INTO inbox(channel, contact_id, kind, payload, received_at, state)
        VALUES (?, ?, 'call', ?, ?, 'new')
        """
    ).execute(arguments: [channel, contactID, payload, now.milliseconds])
    return contactID
  }

  /// Sees to calls that were under way when the last process ended: their answers are lost, so they are to be made once
  /// more; those that were lost twice are given up.
  ///
  /// - Returns: how many were under way.
  func recoverCalls(now: Timestamp) throws -> Int {
    let lost = try Row.fetchAll(self, sql: "SELECT id, attempts FROM call WHERE state = 'calling'")
    for call in lost {
      let (id, attempts): (Int64, Int) = (call[0], call[1])
      if attempts >= Self.attemptsAtMost {
        _ = try endCall(id, .failed(status: "unreachable"), now: now)
      } else {
        try execute(sql: "UPDATE call SET state = 'new' WHERE id = ?", arguments: [id])
      }
    }
    return lost.count
  }
}
