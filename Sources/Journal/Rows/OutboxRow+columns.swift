import Dialogue
import GRDB

extension OutboxRow {
  /// The columns ``init(columns:)`` reads, of `outbox o JOIN contact c`.
  static let columns = """
    o.id, o.channel, o.contact_id, c.number, o.inbox_id, o.origin, o.ordinal, o.lane, o.payload, o.state, \
    o.reason, o.attempts, o.resends, o.due_at, o.expires_at, o.message_id, \
    c.unreachable_at, c.last_inbound_at
    """

  /// A row of ``columns``.
  ///
  /// - Parameter substitute: what stands for a content that cannot be read; nil to throw then.
  /// - Throws: ``UnreadableRow``.
  init(columns row: Row, substitute: Content? = nil) throws {
    let id: Int64 = row[0]
    let place = "outbox row \(id)"
    let found = try? ContentPayload.read(row[8], at: place).content
    guard let channel = Channel(name: row[1]), let lane = Lane(rawValue: row[7]),
      let state = OutboxState(rawValue: row[9]), let content = found ?? substitute
    else {
      throw UnreadableRow(
        place: place, reason: "a column has a value that balas does not write", outboxID: id)
    }
    self.init(
      id: id, channel: channel, contactID: row[2], number: row[3], inboxID: row[4], origin: row[5],
      ordinal: row[6], lane: lane, content: content, state: state, reason: row[10], attempts: row[11],
      resends: row[12], dueAt: Timestamp(milliseconds: row[13]),
      expiresAt: Timestamp(milliseconds: row[14]), messageID: row[15], mediaBeforeAcceptedAt: nil,
      unreachableAt: (row[16] as Int64?).map(Timestamp.init(milliseconds:)),
      windowClosesAt: (row[17] as Int64?).map { Timestamp(milliseconds: $0) + Limits.window })
  }
}
