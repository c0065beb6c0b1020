import Dialogue
import GRDB

extension Journal {
  private static let eventsPerContact = 100

  /// Contacts with events to run, the one that waits longest first.
  package func pendingContacts() async throws -> [Int64] {
    try await read { db in
      try Int64.fetchAll(
        db, sql: "SELECT contact_id FROM inbox WHERE state = 'new' GROUP BY contact_id ORDER BY min(id)")
    }
  }

  /// What to run for each of `contacts`; those without pending events are left out.
  ///
  /// - Parameter unreadable: called for each contact that is left out because a row of it cannot be read.
  package func work(for contacts: [Int64], unreadable: (UnreadableRow) -> Void) async throws -> [ContactWork]
  {
    let found = try await read { db in
      try contacts.map { contactID in
        try UnreadableRow.caught(of: contactID) {
          let events = try Self.pendingEvents(of: contactID, db)
          return events.isEmpty ? nil : try Self.work(contactID, events, db)
        }
      }
    }
    return UnreadableRow.told(found, to: unreadable)
  }

  private static func work(_ contactID: Int64, _ events: [PendingEvent], _ db: Database) throws
    -> ContactWork?
  {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT c.channel, c.number, c.name, c.vars, \(ConversationState.columns)
          FROM contact c LEFT JOIN conversation v ON v.contact_id = c.id WHERE c.id = ?
          """), arguments: [contactID])
    guard let row = try rows.next() else { return nil }
    let place = "contact \(contactID)"
    guard let channel = Channel(name: row[0]) else {
      throw UnreadableRow(place: place, reason: "its channel has no slash")
    }
    let vars: String = row[3]
    let conversation =
      try (row[4] as String?).map { json in
        try ConversationState(
          json: json, startedAt: row[5], lastInboundAt: row[6], turns: row[7], turnsSince: row[8]
        ).conversation(at: place)
      } ?? Conversation()
    var events = events
    // The call's end must be found behind any number of messages that wait for it.
    if conversation.call != nil, events.count >= eventsPerContact, let last = events.last {
      events += try pendingEvents(of: contactID, after: last.event.id, but: .message, db)
    }
    return ContactWork(
      contactID: contactID, channel: channel,
      contact: Contact(
        number: row[1], name: row[2],
        vars: vars == "{}" ? [:] : try JSONText.read([String: String].self, vars, at: place)),
      conversation: conversation, events: events)
  }

  private static func pendingEvents(
    of contactID: Int64, after id: Int64 = 0, but excluded: EventPayload.Kind? = nil, _ db: Database
  ) throws -> [PendingEvent] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT id, kind, payload, provider_at, received_at, attempts FROM inbox
          WHERE contact_id = ? AND state = 'new' AND id > ? AND kind IS NOT ? ORDER BY id LIMIT \(eventsPerContact)
          """), arguments: [contactID, id, excluded?.rawValue])
    var events: [PendingEvent] = []
    while let row = try rows.next() {
      let id: Int64 = row[0]
      let place = "inbox row \(id)"
      guard let kind = EventPayload.Kind(rawValue: row[1]),
        let event = try EventPayload.read(row[2], at: place).event(kind, id: id)
      else {
        throw UnreadableRow(place: place, reason: "its kind is none that balas writes")
      }
      events.append(
        PendingEvent(
          event: event,
          providerAt: (row[3] as Int64?).map(Timestamp.init(milliseconds:)),
          receivedAt: Timestamp(milliseconds: row[4]), attempts: row[5]))
    }
    return events
  }

  /// Conversation, outbox rows, reason and `done` of each turn, all in one commit.
  ///
  /// A turn of an event that was done before changes nothing.
  ///
  /// - Returns: the first message of each turn that has one, as the outbox has it now; what the contact had
  ///   before it is not looked at.
  @discardableResult
  package func commit(_ turns: [TurnRecord]) async throws -> [OutboxRow] {
    let rows = try turns.map(TurnRow.init)
    let tally = UsageTally(turns)
    return try await writer.write { db in
      try tally.write(db)
      return try rows.compactMap { try $0.write(db) }
    }
  }
}
