import Dialogue
import GRDB

extension Journal {
  /// Puts a person's message into the outbox, and the event that tells the bot of it into the inbox: one commit.
  package func say(_ message: AgentMessage) async throws -> AgentMessageResult {
    let payload = try ContentPayload(message.content).json()
    return try await writer.write { db in
      let channel = message.channel.name
      guard let contactID = try db.contactID(channel: channel, number: message.number) else {
        return .noContact
      }
      let origin = "agent/\(contactID)/\(message.key.withoutNUL)"
      let row = try Row.fetchOne(
        db, sql: "SELECT id, payload FROM outbox WHERE origin = ? AND ordinal = 0", arguments: [origin])
      if let row {
        return row[1] == payload ? .keptBefore(outboxID: row[0]) : .otherMessage(outboxID: row[0])
      }
      let heard = try Int64.fetchOne(
        db, sql: "SELECT last_inbound_at FROM contact WHERE id = ?", arguments: [contactID]
      ).map(Timestamp.init(milliseconds:))
      let windowEnd = heard.map { $0 + message.window } ?? message.now
      if message.content.needsOpenWindow, message.now >= windowEnd {
        return .windowClosed(lastInboundAt: heard)
      }
      if try !db.personHasConversation(contactID: contactID) {
        switch message.besideBot {
        case .refuse: return .botHasConversation
        case .pause: try db.addEvent(.pause, contactID: contactID, now: message.now)
        case .send: break
        }
      }
      try db.addToOutbox(
        NewMessage(
          content: message.content, lane: .agent,
          expiresAt: message.now + message.life),
        payload: payload, channel: channel, contactID: contactID, inboxID: nil, origin: origin, ordinal: 0,
        now: message.now)
      let outboxID = db.lastInsertedRowID
      try db.addEvent(
        .agent, EventPayload(outboxID: outboxID), contactID: contactID, now: message.now)
      return .kept(contactID: contactID, outboxID: outboxID)
    }
  }

  /// Lets a conversation go to a person or back to the bot, as an event in the inbox.
  package func handOver(
    _ handover: Handover, channel: Channel, number: String, now: Timestamp
  ) async throws -> HandoverResult {
    try await writer.write { db in
      guard let contactID = try db.contactID(channel: channel.name, number: number) else {
        return .noContact
      }
      let isPersons = try db.personHasConversation(contactID: contactID)
      guard isPersons != (handover == .pause) else { return .already }
      let inboxID = try db.addEvent(
        handover == .pause ? .pause : .release, contactID: contactID, now: now)
      return .kept(contactID: contactID, inboxID: inboxID)
    }
  }

  /// Whether an event was run, or is gone.
  package func hasRun(inboxID: Int64) async throws -> Bool {
    try await read { db in
      try String.fetchOne(db, sql: "SELECT state FROM inbox WHERE id = ?", arguments: [inboxID]) != "new"
    }
  }

  /// Conversations that are a person's.
  package struct Panels: Sendable, Hashable, Codable {
    package var open = 0
    /// Those whose customer asked for a person, and none has written yet.
    package var unanswered = 0
    /// When the customer asked who waits longest of these.
    package var unansweredSince: Timestamp?

    package init() {}
  }

  /// How many conversations are a person's; cheap enough for every scrape.
  package func panels() async throws -> Panels {
    try await read { db in
      var panels = Panels()
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*), coalesce(sum(panel_unanswered), 0), min(iif(panel_unanswered, panel_at, NULL))
          FROM conversation WHERE panel_at IS NOT NULL
          """)
      guard let row else { return panels }
      (panels.open, panels.unanswered) = (row[0], row[1])
      panels.unansweredSince = (row[2] as Int64?).map(Timestamp.init(milliseconds:))
      return panels
    }
  }
}

extension Database {
  /// Whether a person has the conversation once every event that waits was run.
  fileprivate func personHasConversation(contactID: Int64) throws -> Bool {
    let asked = try String.fetchOne(
      cachedStatement(
        sql: """
          SELECT kind FROM inbox WHERE contact_id = ? AND state = 'new' AND kind IN ('pause', 'release')
          ORDER BY id DESC LIMIT 1
          """), arguments: [contactID])
    if let asked { return asked == EventPayload.Kind.pause.rawValue }
    return try Int.fetchOne(
      cachedStatement(
        sql: "SELECT 1 FROM conversation WHERE contact_id = ? AND panel_at IS NOT NULL"),
      arguments: [contactID]) != nil
  }

  /// Puts an event of our own into the contact's inbox.
  ///
  /// - Returns: its id.
  @discardableResult
  fileprivate func addEvent(
    _ kind: EventPayload.Kind, _ payload: EventPayload = EventPayload(), contactID: Int64, now: Timestamp
  ) throws -> Int64 {
    try cachedStatement(
      sql: """
        INSERT INTO inbox(channel, contact_id, kind, payload, received_at, state)
        SELECT channel, id, ?, ?, ?, 'new' FROM contact WHERE id = ?
        """
    ).execute(arguments: [kind.rawValue, try payload.json(), now.milliseconds, contactID])
    return lastInsertedRowID
  }
}
