import Dialogue
import GRDB

/// A turn with its JSON written, ready for the writer.
struct TurnRow: Sendable {
  private let turn: TurnRecord
  private let conversation: ConversationState
  private let contactVars: String
  private let winner: String
  private let reason: String
  private let contents: [String]
  private let calls: [String]

  init(_ turn: TurnRecord) throws {
    self.turn = turn
    conversation = try ConversationState(turn.conversation)
    contactVars = turn.contactVars.isEmpty ? "{}" : try JSONText.write(turn.contactVars)
    winner = turn.reason.winner.column
    reason = ReasonText.write(turn.reason)
    contents = try turn.messages.map { try ContentPayload($0.content).json() }
    calls = try turn.calls.map { try JSONText.write($0) }
  }

  /// Writes everything, unless the event was done before.
  ///
  /// - Returns: the turn's first message.
  func write(_ db: Database) throws -> OutboxRow? {
    try db.cachedStatement(sql: "UPDATE inbox SET state = ? WHERE id = ? AND state = 'new'")
      .execute(arguments: [turn.disposition.rawValue, turn.inboxID])
    guard db.changesCount == 1 else { return nil }
    try db.cachedStatement(
      sql: """
        INSERT INTO conversation(
          contact_id, bot, state, started_at, last_inbound_at, turns, turns_since, panel_at, panel_unanswered,
          revision)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
        ON CONFLICT(contact_id) DO UPDATE SET bot = excluded.bot, state = excluded.state,
          started_at = excluded.started_at, last_inbound_at = excluded.last_inbound_at,
          turns = excluded.turns, turns_since = excluded.turns_since,
          panel_at = excluded.panel_at, panel_unanswered = excluded.panel_unanswered,
          revision = revision + 1
        """
    ).execute(arguments: [
      turn.contactID, turn.bot, conversation.json, conversation.startedAt, conversation.lastInboundAt,
      conversation.turns, conversation.turnsSince, turn.conversation.panel?.openedAt.milliseconds,
      turn.conversation.panel?.isUnanswered ?? false,
    ])
    if let timers = turn.timers { try db.setTimers(timers, contactID: turn.contactID) }
    if turn.optsOut {
      try db.cachedStatement(sql: "UPDATE contact SET opted_out = 1 WHERE id = ?")
        .execute(arguments: [turn.contactID])
      try db.skipBroadcasts(contactID: turn.contactID)
    }
    try db.cachedStatement(sql: "UPDATE contact SET vars = ?1 WHERE id = ?2 AND vars <> ?1")
      .execute(arguments: [contactVars, turn.contactID])
    try db.cachedStatement(sql: "INSERT INTO reason(inbox_id, bot, winner, detail) VALUES (?, ?, ?, ?)")
      .execute(arguments: [turn.inboxID, turn.bot, winner, reason])
    for (call, json) in zip(turn.calls, calls) {
      try db.addCall(
        call, json: json, channel: turn.channel.name, contactID: turn.contactID, inboxID: turn.inboxID,
        now: turn.now)
    }
    let origin = "inbox/\(turn.inboxID)"
    var first: OutboxRow?
    for (ordinal, message) in turn.messages.enumerated() {
      try db.addToOutbox(
        message, payload: contents[ordinal], channel: turn.channel.name, contactID: turn.contactID,
        inboxID: turn.inboxID, origin: origin, ordinal: ordinal, now: turn.now)
      guard ordinal == 0 else { continue }
      first = OutboxRow(
        id: db.lastInsertedRowID, channel: turn.channel, contactID: turn.contactID, number: turn.number,
        inboxID: turn.inboxID, origin: origin, ordinal: 0, lane: message.lane, content: message.content,
        state: .queued, reason: nil, attempts: 0, resends: 0, dueAt: turn.now, expiresAt: message.expiresAt,
        messageID: nil, mediaBeforeAcceptedAt: nil, windowClosesAt: turn.windowClosesAt)
    }
    return first
  }
}

extension Reason.Winner {
  /// What the `winner` column says, for people who search it.
  fileprivate var column: String {
    switch self {
    case .scenario(let name): "scenario \(name)"
    case .fallback(let miss): "default \(miss)"
    case .mediaFallback: "default media"
    case .silent(let why): "silent \(why)"
    case .answer(let place): "answer \(place)"
    case .retry(let place): "retry \(place)"
    case .closed: "closed"
    case .timer(let kind): "timer \(kind.rawValue)"
    case .callEnded(let place): "call \(place)"
    case .gone(let place): "gone \(place)"
    case .notSent(let place): "not sent \(place)"
    case .released: "released"
    }
  }
}

extension Database {
  /// Adds a message that is due at once; the same origin and ordinal again changes nothing.
  func addToOutbox(
    _ message: NewMessage, payload: String, channel: String, contactID: Int64, inboxID: Int64?,
    origin: String, ordinal: Int, now: Timestamp
  ) throws {
    let isMedia = message.content.media != nil
    try cachedStatement(
      sql: """
        INSERT INTO outbox(channel, contact_id, inbox_id, origin, ordinal, lane, payload, is_media, state,
          created_at, due_at, expires_at, note, needs_window)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'queued', ?9, ?9, ?10, ?11, ?12)
        ON CONFLICT(origin, ordinal) DO NOTHING
        """
    ).execute(arguments: [
      channel, contactID, inboxID, origin, ordinal, message.lane.rawValue, payload, isMedia,
      now.milliseconds, message.expiresAt.milliseconds, try message.note.map { try JSONText.write($0) },
      message.content.needsOpenWindow,
    ])
  }
}
