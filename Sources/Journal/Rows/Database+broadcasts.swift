import Dialogue
import GRDB

extension Broadcast {
  /// The columns ``init(columns:)`` reads, of `broadcast`.
  static let columns = """
    id, channel, name, template, rate, checks_numbers, state, reason, created_at, due_at, expires_at, ended_at, \
    has_sent
    """

  /// A row of ``columns``.
  ///
  /// - Throws: ``UnreadableRow``.
  init(columns row: Row) throws {
    let id: Int64 = row[0]
    let place = "broadcast \(id)"
    guard let channel = Channel(name: row[1]), let state = BroadcastState(rawValue: row[6]) else {
      throw UnreadableRow(place: place, reason: "a column has a value that balas does not write")
    }
    self.init(
      id: id, channel: channel, name: row[2],
      template: try JSONText.read(MessageTemplate.self, row[3], at: place), rate: row[4],
      checksNumbers: row[5], state: state, reason: row[7], createdAt: Timestamp(milliseconds: row[8]),
      dueAt: Timestamp(milliseconds: row[9]), expiresAt: Timestamp(milliseconds: row[10]),
      endedAt: (row[11] as Int64?).map(Timestamp.init(milliseconds:)), hasSent: row[12])
  }

  /// What makes the message of a row: unique, so that no row is handed over twice.
  static func origin(_ id: Int64, line: Int) -> String { "broadcast/\(id)/\(line)" }

  /// The broadcast of a message with this origin; nil for any other message.
  static func id(origin: String) -> Int64? {
    let parts = origin.split(separator: "/")
    return parts.count == 3 && parts[0] == "broadcast" ? Int64(parts[1]) : nil
  }
}

extension Database {
  /// A provider's word that a number cannot be reached is believed so long.
  private static let unreachableFor = Duration.seconds(30 * 86_400)
  /// So many refusals in a row for one reason are the template's fault.
  private static let refusalsInRow = 5

  func broadcast(_ id: Int64) throws -> Broadcast? {
    try Row.fetchOne(
      cachedStatement(sql: "SELECT \(Broadcast.columns) FROM broadcast WHERE id = ? AND state <> 'storing'"),
      arguments: [id]
    ).map(Broadcast.init(columns:))
  }

  /// Why nothing of a broadcast is sent to the contact; nil if it is.
  ///
  /// - Parameter hasSMS: whether the message comes as an SMS where WhatsApp does not reach.
  func broadcastObstacle(contactID: Int64, hasSMS: Bool, now: Timestamp) throws -> String? {
    let row = try Row.fetchOne(
      cachedStatement(sql: "SELECT opted_out, unreachable_at FROM contact WHERE id = ?"),
      arguments: [contactID])
    guard let row else { return nil }
    if row[0] { return "opted out" }
    guard !hasSMS, let since = (row[1] as Int64?).map(Timestamp.init(milliseconds:)),
      now - since < Self.unreachableFor
    else { return nil }
    return "not reachable, as the provider said in the last 30 days"
  }

  /// The condition for rows of `outbox` that are of the broadcast `?1` and not at an end.
  static let isWaitingOfBroadcast = """
    \(Schema.isWaiting) AND lane = 'broadcast'
    AND origin >= 'broadcast/' || ?1 || '/' AND origin < 'broadcast/' || ?1 || '0'
    """

  /// Takes messages that no send is under way of out of the outbox again: their rows wait once more.
  func takeBack(broadcast id: Int64) throws {
    let ids = try Int64.fetchAll(
      self,
      sql: """
        SELECT id FROM outbox INDEXED BY outbox_waiting
        WHERE \(Self.isWaitingOfBroadcast) AND state = 'queued'
        """,
      arguments: [id])
    for outboxID in ids {
      try takeBack(outboxID, as: "waiting", reason: nil)
    }
  }

  /// Takes what broadcasts still have for the contact out of the outbox: the contact wants nothing of the kind any more.
  func skipBroadcasts(contactID: Int64) throws {
    let ids = try Int64.fetchAll(
      cachedStatement(
        sql: """
          SELECT id FROM outbox
          WHERE contact_id = ? AND \(Schema.isWaiting) AND lane = 'broadcast' AND state = 'queued'
          """), arguments: [contactID])
    for outboxID in ids { try takeBack(outboxID, as: "skipped", reason: "opted out") }
  }

  private func takeBack(_ outboxID: Int64, as state: String, reason: String?) throws {
    try cachedStatement(
      sql: "UPDATE broadcast_row SET state = ?, reason = ?, outbox_id = NULL WHERE outbox_id = ?"
    ).execute(arguments: [state, reason, outboxID])
    try cachedStatement(sql: "DELETE FROM outbox WHERE id = ?").execute(arguments: [outboxID])
  }

  /// Notes how an attempt of a broadcast's message ended: a template that is refused time after time pauses it.
  func noteBroadcast(origin: String, _ move: OutboxMove) throws {
    guard let id = Broadcast.id(origin: origin), let end = move.attempt else { return }
    if move.state == .sent {
      try cachedStatement(
        sql: """
          UPDATE broadcast SET has_sent = 1, refusals = 0, refusal = NULL
          WHERE id = ? AND (has_sent = 0 OR refusals > 0)
          """
      ).execute(arguments: [id])
    }
    guard end.outcome == "permanent" else { return }
    try cachedStatement(
      sql: """
        UPDATE broadcast SET refusals = iif(refusal IS ?2, refusals + 1, 1), refusal = ?2 WHERE id = ?1
        """
    ).execute(arguments: [id, end.code])
    try cachedStatement(
      sql: """
        UPDATE broadcast SET state = 'paused', reason = ? WHERE id = ? AND state = 'running' AND refusals >= ?
        """
    ).execute(arguments: [
      "\(Self.refusalsInRow) messages in a row were refused (\(end.code)). \(move.reason ?? "")", id,
      Self.refusalsInRow,
    ])
    if changesCount > 0 { try takeBack(broadcast: id) }
  }
}
