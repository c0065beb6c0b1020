import Dialogue
import GRDB

extension Journal {
  /// What customers wrote in words since a moment and the bot did not understand, newest first.
  ///
  /// - Parameter channel: nil for all.
  package func unansweredMessages(since: Timestamp, channel: Channel?) async throws -> [HeardMessage] {
    let winners = Silence.ofMisses.map { "'silent \($0)'" }.joined(separator: ", ")
    return try await heard(
      since: since, channel: channel,
      where: """
        (r.winner LIKE 'default %' AND r.winner <> 'default media') OR r.winner IN (\(winners)) OR \(Self.gotThen)
        """,
      limit: .max
    ).messages.filter { $0.text != nil }
  }

  /// What customers wrote since a moment, newest first; `limit` at most of those that the bot had a turn for.
  ///
  /// - Parameter channel: nil for all.
  package func heardMessages(since: Timestamp, channel: Channel?, limit: Int) async throws -> HeardMessages {
    try await heard(since: since, channel: channel, where: "TRUE", limit: limit)
  }

  /// The default's `then` wins without a word that matches, and so does nothing else but the bot's first scenario.
  private static let gotThen =
    "(r.winner LIKE 'scenario %' AND instr(r.detail, '\"match\":') = 0 AND instr(r.detail, '\"isFirst\":') = 0)"

  private func heard(since: Timestamp, channel: Channel?, where condition: String, limit: Int) async throws
    -> HeardMessages
  {
    try await read { db in
      // Ids grow with time: the walk from the newest back ends at the first that is too old.
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT i.received_at, i.kind = 'message' AND (\(condition)) IS TRUE, i.id, i.channel, i.payload, i.state,
            r.winner, r.detail, \(Self.gotThen) IS TRUE
          FROM inbox i LEFT JOIN reason r ON r.inbox_id = i.id
          WHERE ?1 IS NULL OR i.channel = ?1 ORDER BY i.id DESC
          """, arguments: [channel?.name])
      var found = HeardMessages()
      while found.messages.count < limit, let row = try rows.next() {
        let at: Int64 = row[0]
        if at < since.milliseconds { break }
        guard row[1] == true else { continue }
        if let reason = HeardMessages.SetAside(state: row[5], winner: row[6]) {
          found.setAside[reason, default: 0] += 1
        } else if let message = HeardMessage(columns: row) {
          found.messages.append(message)
        } else {
          found.setAside[.broken, default: 0] += 1
        }
      }
      return found
    }
  }
}

extension HeardMessages.SetAside {
  /// - Returns: nil for a message that the bot had a turn for.
  fileprivate init?(state: String, winner: String?) {
    switch (state, winner) {
    case ("new", _): self = .waiting
    case ("stale", _): self = .late
    case ("ignored", _): self = .noBot
    case ("done", "silent \(Silence.person)"), ("done", "released"): self = .person
    case ("done", "silent \(Silence.flood)"): self = .flood
    case ("done", .some): return nil
    default: self = .broken
    }
  }
}

extension HeardMessage {
  /// More than any bot has replies for.
  private static let manyMisses = 10_000

  /// - Returns: nil where the row cannot be read.
  fileprivate init?(columns row: Row) {
    guard let channel = Channel(name: row[3]), let payload = try? EventPayload.read(row[4], at: "inbox")
    else { return nil }
    let winner: String = row[6]
    let detail: String = row[7]
    self.init(
      id: row[2], channel: channel, receivedAt: Timestamp(milliseconds: row[0]), text: payload.text,
      isFirst: false, misses: winner.hasPrefix("default ") ? (Int(winner.dropFirst(8)) ?? 1) - 1 : 0)
    if row[8] == true { misses = Self.manyMisses }
    let isOfQuestion = ["answer ", "retry ", "gone "].contains { winner.hasPrefix($0) }
    // Most messages come upon nothing, and reading JSON takes as long as running them.
    isFirst = detail.hasSuffix(#","isFirst":true}"#)
    guard isOfQuestion || detail.contains(#""question":"#) else { return }
    guard let reason = try? JSONText.read(Reason.self, detail, at: "reason") else { return nil }
    question = reason.question
    if question == nil, case .answer(let place) = reason.winner { question = MetQuestion(place: place) }
    if question == nil, case .retry(let place) = reason.winner { question = MetQuestion(place: place) }
    if question == nil, case .gone(let place) = reason.winner { question = MetQuestion(place: place) }
  }
}
