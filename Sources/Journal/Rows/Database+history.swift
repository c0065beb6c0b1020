import Dialogue
import GRDB

extension Database {
  /// The contact's timers; one whose kind is not known is left out.
  func timers(contactID: Int64) throws -> [TimerKind: Timestamp] {
    let rows = try Row.fetchAll(
      self, sql: "SELECT kind, due_at FROM timer WHERE contact_id = ?", arguments: [contactID])
    return rows.reduce(into: [:]) { timers, row in
      if let kind = TimerKind(rawValue: row[0]) { timers[kind] = Timestamp(milliseconds: row[1]) }
    }
  }

  /// What happened last in the contact's conversation, oldest first.
  func history(contactID: Int64, limit: Int) throws -> [HistoryEntry] {
    // What a person said stands in the outbox: the event beside it says nothing more.
    let events = try Row.fetchAll(
      self,
      sql: """
        SELECT i.id, i.received_at, i.state, i.kind, i.payload, r.winner
        FROM inbox i LEFT JOIN reason r ON r.inbox_id = i.id
        WHERE i.contact_id = ? AND i.kind <> 'agent' ORDER BY i.id DESC LIMIT ?
        """, arguments: [contactID, limit]
    ).map { row in
      HistoryEntry(
        id: row[0], at: Timestamp(milliseconds: row[1]), what: .init(kind: row[3], payload: row[4]),
        state: row[2], why: row[5])
    }
    let messages = try Row.fetchAll(
      self,
      sql: """
        SELECT id, created_at, state, lane, payload, reason FROM outbox WHERE contact_id = ?
        ORDER BY id DESC LIMIT ?
        """, arguments: [contactID, limit]
    ).map { row in
      let content = try? ContentPayload.read(row[4], at: "outbox").content
      return HistoryEntry(
        id: row[0], at: Timestamp(milliseconds: row[1]),
        what: .said(content ?? Journal.unreadable, Lane(rawValue: row[3]) ?? .reply), state: row[2],
        why: row[5])
    }
    return (events.reversed() + messages.reversed()).sorted { $0.at < $1.at }.suffix(limit)
  }
}

extension HistoryEntry.What {
  init(kind: String, payload json: String) {
    let payload = try? EventPayload.read(json, at: "inbox")
    switch EventPayload.Kind(rawValue: kind) {
    case .message: self = .heard(text: payload?.text)
    case .timer: self = .event("timer \(payload?.timer?.rawValue ?? "")")
    case .undelivered: self = .event("message \(payload?.outboxID ?? 0) did not arrive")
    default: self = .event(kind)
    }
  }
}
