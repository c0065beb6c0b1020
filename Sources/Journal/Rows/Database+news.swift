import Dialogue
import GRDB

/// A message the provider has, as news of it finds it.
struct SentMessage {
  var id: Int64
  var channel: String
  var contactID: Int64
  var state: OutboxState
  var lane: Lane?
  var origin: String
}

extension OutboxState {
  /// How much a state tells of a message the provider has; nil for any other message.
  ///
  /// `delivered` may follow `failed`, and `read` may come alone, so the strongest news wins in whatever order it comes.
  private var strength: Int? {
    switch self {
    case .sent: 0
    case .failed: 1
    case .delivered: 2
    case .read: 3
    default: nil
    }
  }

  /// Where a message stands after `news`.
  func after(_ news: [String]) -> OutboxState {
    guard strength != nil else { return self }
    return news.compactMap(OutboxState.init).filter { $0.strength != nil }
      .reduce(self) { ($1.strength ?? 0) > ($0.strength ?? 0) ? $1 : $0 }
  }
}

extension Database {
  /// The message the provider knows by `messageID`.
  func messageSent(channel: String, messageID: String) throws -> SentMessage? {
    let row = try Row.fetchOne(
      cachedStatement(
        sql: """
          SELECT id, contact_id, state, lane, origin FROM outbox WHERE channel = ? AND message_id = ?
          ORDER BY id DESC LIMIT 1
          """), arguments: [channel, messageID])
    guard let row, let state = OutboxState(rawValue: row[2]) else { return nil }
    return SentMessage(
      id: row[0], channel: channel, contactID: row[1], state: state, lane: Lane(rawValue: row[3]),
      origin: row[4])
  }

  /// Moves `message` to where `news` puts it.
  ///
  /// - Returns: whether it ended `failed`, which is now an event in the inbox.
  func applyNews(_ news: [String], to message: SentMessage, now: Timestamp) throws -> Bool {
    let state = message.state.after(news)
    guard state != message.state else { return false }
    let reason = state == .failed ? "the provider could not deliver it" : nil
    try cachedStatement(sql: "UPDATE outbox SET state = ?, reason = ? WHERE id = ?")
      .execute(arguments: [state.rawValue, reason, message.id])
    // The bot sent no broadcast: there is nothing for it to do about one that did not arrive.
    guard state == .failed, message.lane != .broadcast else { return false }
    try addUndelivered(
      outboxID: message.id, channel: message.channel, contactID: message.contactID,
      reason: reason ?? "", now: now)
    return true
  }

  /// Gives the statuses that came before the send's answer to `message`.
  ///
  /// - Returns: what they say.
  func adoptOrphans(messageID: String, by message: SentMessage) throws -> [String] {
    try cachedStatement(
      sql: """
        UPDATE status SET outbox_id = ?, contact_id = ?
        WHERE channel = ? AND message_id = ? AND outbox_id IS NULL
        """
    ).execute(arguments: [message.id, message.contactID, message.channel, messageID])
    guard changesCount > 0 else { return [] }
    return try String.fetchAll(
      cachedStatement(sql: "SELECT status FROM status WHERE channel = ? AND message_id = ?"),
      arguments: [message.channel, messageID])
  }
}
