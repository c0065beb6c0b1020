import Dialogue
import GRDB

/// What the turns of one commit touched, put together: a busy daemon writes each part once for many turns.
struct UsageTally: Sendable {
  private struct Version: Hashable {
    var channel: String
    var bot: String
    var day: Int64
  }

  static let day: Int64 = 86_400_000
  private let rows: [(Version, part: String, count: Int)]

  init(_ turns: [TurnRecord]) {
    var versions: [Version: Usage] = [:]
    for turn in turns where !turn.usage.counts.isEmpty {
      let version = Version(
        channel: turn.channel.name, bot: turn.bot, day: turn.now.milliseconds / Self.day)
      versions[version, default: Usage()].add(turn.usage)
    }
    rows = versions.flatMap { version, usage in
      usage.counts.map { (version, $0.key.key, $0.value) }
    }
  }

  func write(_ db: Database) throws {
    guard !rows.isEmpty else { return }
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO usage(channel, bot, day, part, count) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count
        """)
    for (version, part, count) in rows {
      try statement.execute(arguments: [version.channel, version.bot, version.day, part, count])
    }
  }
}
