import Dialogue
import GRDB

extension OutboxState {
  /// Whether the customer does not have the message and nobody will send it again: an event for the bot.
  var isBadEnd: Bool { self == .failed || self == .dead || self == .expired }
}

extension Database {
  /// Moves a message that is not at an end.
  ///
  /// - Returns: the contact, if it got an `undelivered` event.
  func move(_ move: OutboxMove) throws -> Int64? {
    if let end = move.attempt {
      try cachedStatement(
        sql: """
          UPDATE attempt SET ended_at = ?, outcome = ?, code = ? WHERE outbox_id = ? AND ended_at IS NULL
          """
      ).execute(arguments: [end.endedAt.milliseconds, end.outcome, end.code, move.id])
    }
    let row = try Row.fetchOne(
      cachedStatement(sql: "SELECT channel, contact_id, state FROM outbox WHERE id = ?"),
      arguments: [move.id])
    guard let row, let state = OutboxState(rawValue: row[2]), state.holdsBack else { return nil }
    try cachedStatement(
      sql: """
        UPDATE outbox SET state = ?, reason = ?, due_at = ?, attempts = attempts + ?, resends = resends + ?,
          message_id = coalesce(?, message_id), accepted_at = ? WHERE id = ?
        """
    ).execute(arguments: [
      move.state.rawValue, move.reason, move.dueAt.milliseconds,
      move.attempt != nil && move.consumesAttempt ? 1 : 0, move.isResend ? 1 : 0, move.messageID,
      move.state == .sent ? move.now.milliseconds : nil, move.id,
    ])
    if move.isUnreachable { try markUnreachable(contactID: row[1], now: move.now) }
    let message = SentMessage(id: move.id, channel: row[0], contactID: row[1], state: move.state)
    if move.state == .sent, let messageID = move.messageID {
      let news = try adoptOrphans(messageID: messageID, by: message)
      try unmarkUnreachable(contactID: message.contactID, news: news)
      return try applyNews(news, to: message, now: move.now) ? message.contactID : nil
    }
    guard move.state.isBadEnd else { return nil }
    try addUndelivered(
      outboxID: move.id, channel: message.channel, contactID: message.contactID,
      reason: move.reason ?? move.state.rawValue, now: move.now)
    return message.contactID
  }
}
