import Dialogue
import GRDB

extension Database {
  /// Lets the contact have these timers and no others.
  func setTimers(_ timers: [TimerKind: Timestamp], contactID: Int64) throws {
    for kind in TimerKind.allCases {
      if let due = timers[kind] {
        try cachedStatement(
          sql: """
            INSERT INTO timer(contact_id, kind, due_at) VALUES (?, ?, ?)
            ON CONFLICT(contact_id, kind) DO UPDATE SET due_at = excluded.due_at
            """
        ).execute(arguments: [contactID, kind.rawValue, due.milliseconds])
      } else {
        try cachedStatement(sql: "DELETE FROM timer WHERE contact_id = ? AND kind = ?")
          .execute(arguments: [contactID, kind.rawValue])
      }
    }
  }

  /// Turns one timer into an event of its contact's inbox.
  func fire(_ timer: Row, now: Timestamp) throws {
    let (id, contactID, word): (Int64, Int64, String) = (timer[0], timer[1], timer[2])
    try cachedStatement(sql: "DELETE FROM timer WHERE id = ?").execute(arguments: [id])
    guard let kind = TimerKind(rawValue: word) else { return }
    try cachedStatement(
      sql: """
        INSERT INTO inbox(channel, contact_id, kind, payload, received_at, state)
        SELECT channel, id, 'timer', ?, ?, 'new' FROM contact WHERE id = ?
        """
    ).execute(arguments: [try EventPayload(timer: kind).json(), now.milliseconds, contactID])
  }
}
