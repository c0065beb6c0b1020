import Dialogue
import GRDB

extension Journal {
  /// A version of a bot that was in force.
  package struct AcceptedBot: Sendable, Hashable {
    /// SHA-256 over the version's files, in hex.
    package var hash: String
    package var acceptedAt: Timestamp
    /// JSON of the version's files.
    package var files: String

    package init(hash: String, acceptedAt: Timestamp, files: String) {
      self.hash = hash
      self.acceptedAt = acceptedAt
      self.files = files
    }
  }

  private static let versionsKept = 20

  /// Stores an accepted version of a channel's bot; the same hash again becomes the last one.
  package func acceptBot(_ bot: AcceptedBot, channel: Channel) async throws {
    try await writer.write { db in
      // A replaced row gets a new rowid, the largest: rows tell the order, because a clock may be set back.
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO bot(channel, hash, accepted_at, files) VALUES (?, ?, ?, ?)
          """, arguments: [channel.name, bot.hash, bot.acceptedAt.milliseconds, bot.files])
      try db.execute(
        sql: """
          DELETE FROM bot WHERE channel = ?1 AND hash <> ?3 AND hash NOT IN (
            SELECT hash FROM bot WHERE channel = ?1 ORDER BY rowid DESC LIMIT ?2)
          """, arguments: [channel.name, Self.versionsKept, bot.hash])
    }
  }

  /// The files, as JSON, of every version that is kept, of all channels.
  package func acceptedBotFiles() async throws -> [String] {
    try await read { db in try String.fetchAll(db, sql: "SELECT files FROM bot") }
  }

  /// The version accepted last, whatever the clock said then.
  package func lastAcceptedBot(channel: Channel) async throws -> AcceptedBot? {
    try await read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT hash, accepted_at, files FROM bot WHERE channel = ?
          ORDER BY rowid DESC LIMIT 1
          """, arguments: [channel.name]
      ).map(AcceptedBot.init(columns:))
    }
  }

  /// The version with this hash; nil if it was never accepted on the channel, or is kept no more.
  package func acceptedBot(channel: Channel, hash: String) async throws -> AcceptedBot? {
    try await read { db in
      try Row.fetchOne(
        db, sql: "SELECT hash, accepted_at, files FROM bot WHERE channel = ? AND hash = ?",
        arguments: [channel.name, hash]
      ).map(AcceptedBot.init(columns:))
    }
  }
}

extension Journal.AcceptedBot {
  fileprivate init(columns row: Row) {
    self.init(hash: row[0], acceptedAt: Timestamp(milliseconds: row[1]), files: row[2])
  }
}
