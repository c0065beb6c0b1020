import Dialogue
import GRDB

extension Journal {
  /// How often each part of a channel's bot was touched, by the part's key.
  ///
  /// - Parameters:
  ///   - since: counted from the beginning of its day, UTC.
  ///   - bot: the hash of one version; nil for all.
  package func usage(channel: Channel, bot: String?, since: Timestamp) async throws -> [String: Int] {
    try await read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT part, sum(count) FROM usage WHERE channel = ?1 AND day >= ?2 AND (?3 IS NULL OR bot = ?3)
          GROUP BY part
          """, arguments: [channel.name, since.milliseconds / UsageTally.day, bot])
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }
  }
}
