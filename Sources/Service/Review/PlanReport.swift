import Dialogue
import ScenarioFile

/// What the files on the disk would change, for `balas plan`.
package struct PlanReport: Codable, Sendable {
  /// Messages that another scenario wins.
  package struct Difference: Codable, Sendable {
    package var from: String
    package var to: String
    package var count: Int
    /// The newest of them, as it was typed.
    package var example: String
  }

  /// The change of one project's bot.
  package struct ChannelPlan: Codable, Sendable {
    package var channel: String
    package var bot: String
    /// The version in force; nil where there is none yet.
    package var from: String?
    package var to: String
    package var changes = BotChanges()
    /// Conversations in the middle of something, by what becomes of them.
    package var sessions: [String: Int] = [:]
    /// Messages that the same scenario wins.
    package var same = 0
    package var different = 0
    /// The most frequent first.
    package var differences: [Difference] = []

    package var isUnchanged: Bool { from == to }
  }

  package var since: Timestamp
  package var channels: [ChannelPlan] = []
  /// The mistakes of files that do not compile, for a person: then a reload would change nothing.
  package var mistakes: String?
  /// How many messages were compared at most for each bot; nil where all were.
  package var cutAt: Int?
}
