import Dialogue
import GRDB

extension Journal {
  /// What customers wrote since a moment and the bot did not understand, newest first.
  ///
  /// - Parameter channel: nil for all.
  package func unansweredMessages(since: Timestamp, channel: Channel?) async throws -> [HeardMessage] {
    try await messages(
      since: since, channel: channel, "r.winner LIKE 'default %' AND r.winner <> 'default media'",
      limit: .max)
  }

  /// What customers wrote since a moment and the bot had a turn for, newest first, `limit` at most.
  ///
  /// - Parameter channel: nil for all.
  package func heardMessages(since: Timestamp, channel: Channel?, limit: Int) async throws -> [HeardMessage] {
    try await messages(
      since: since, channel: channel,
      "i.state = 'done' AND r.winner NOT LIKE 'silent %' AND r.winner <> 'default media'", limit: limit)
  }

  private func messages(since: Timestamp, channel: Channel?, _ condition: String, limit: Int) async throws
    -> [HeardMessage]
  {
    try await read { db in
      // Ids grow with time: the walk from the newest back ends at the first that is too old.
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT i.received_at, i.channel, i.payload, r.detail, r.winner, i.kind = 'message' AND \(condition)
          FROM inbox i JOIN reason r ON r.inbox_id = i.id
          WHERE ?1 IS NULL OR i.channel = ?1 ORDER BY i.id DESC
          """, arguments: [channel?.name])
      var found: [HeardMessage] = []
      while found.count < limit, let row = try rows.next() {
        let at: Int64 = row[0]
        if at < since.milliseconds { break }
        guard row[5], let channel = Channel(name: row[1]),
          let text = (try? EventPayload.read(row[2], at: "inbox"))?.text,
          let won = HeardMessage.Won(winner: row[4], detail: row[3])
        else { continue }
        found.append(
          HeardMessage(channel: channel, receivedAt: Timestamp(milliseconds: at), text: text, won: won))
      }
      return found
    }
  }
}

extension HeardMessage.Won {
  /// - Returns: nil where the row cannot be read.
  fileprivate init?(winner: String, detail: String) {
    guard winner.hasPrefix("answer ") || winner.hasPrefix("retry ") else {
      self = .freely
      return
    }
    switch (try? JSONText.read(Reason.self, detail, at: "reason"))?.winner {
    case .answer(let place), .retry(let place): self = .question(place)
    default: return nil
    }
  }
}
