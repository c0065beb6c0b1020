import Dialogue
import GRDB

extension OutboxState {
  /// Whether the customer does not have the message and nobody will send it again: an event for the bot.
  var isBadEnd: Bool { self == .failed || self == .dead || self == .expired }
}

extension Database {
  /// Moves a message that is not at an end, and says in `result` what that means for its contact.
  func move(_ move: OutboxMove, _ result: inout MoveResult) throws {
    if let end = move.attempt {
      try cachedStatement(
        sql: """
          UPDATE attempt SET ended_at = ?, outcome = ?, code = ? WHERE outbox_id = ? AND ended_at IS NULL
          """
      ).execute(arguments: [end.endedAt.milliseconds, end.outcome, end.code, move.id])
    }
    guard let message = try waitingMessage(move) else { return }
    let messageID = move.messageID?.withoutNUL
    try cachedStatement(
      sql: """
        UPDATE outbox SET state = ?, reason = ?, due_at = ?, attempts = attempts + ?, resends = resends + ?,
          message_id = coalesce(?, message_id), accepted_at = ? WHERE id = ?
        """
    ).execute(arguments: [
      move.state.rawValue, move.reason, move.dueAt.milliseconds,
      move.attempt != nil && move.consumesAttempt ? 1 : 0, move.isResend ? 1 : 0, messageID,
      move.state == .sent ? move.now.milliseconds : nil, move.id,
    ])
    if move.isUnreachable { try markUnreachable(contactID: message.contactID, now: move.now) }
    if !move.state.holdsBack, try !hasWaiting(contactID: message.contactID) {
      result.idle.insert(message.contactID)
    }
    if move.state == .sent, let messageID {
      let news = try adoptOrphans(messageID: messageID, by: message)
      try unmarkUnreachable(contactID: message.contactID, news: news)
      if try applyNews(news, to: message, now: move.now) { result.undelivered.append(message.contactID) }
    } else if move.state.isBadEnd, message.lane != .broadcast {
      try addUndelivered(
        outboxID: move.id, channel: message.channel, contactID: message.contactID,
        reason: move.reason ?? move.state.rawValue, now: move.now)
      result.undelivered.append(message.contactID)
    }
    if message.lane == .broadcast { try noteBroadcast(origin: message.origin, move) }
  }

  /// The message as it will stand after `move`; nil if it is at an end already.
  private func waitingMessage(_ move: OutboxMove) throws -> SentMessage? {
    let rows = try Row.fetchCursor(
      cachedStatement(sql: "SELECT channel, contact_id, state, lane, origin FROM outbox WHERE id = ?"),
      arguments: [move.id])
    guard let row = try rows.next(), let state = OutboxState(rawValue: row[2]), state.holdsBack else {
      return nil
    }
    return SentMessage(
      id: move.id, channel: row[0], contactID: row[1], state: move.state, lane: Lane(rawValue: row[3]),
      origin: row[4])
  }

  private func hasWaiting(contactID: Int64) throws -> Bool {
    try Int.fetchOne(
      cachedStatement(sql: "SELECT 1 FROM outbox WHERE contact_id = ? AND \(Schema.isWaiting) LIMIT 1"),
      arguments: [contactID]) != nil
  }
}
