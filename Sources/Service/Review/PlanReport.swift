import Dialogue
import ScenarioFile

/// What the files on the disk would change, for `balas plan`.
package struct PlanReport: Codable, Sendable {
  /// Messages that another scenario wins.
  package struct Difference: Codable, Sendable {
    package var from: String
    package var to: String
    package var count: Int
    /// The newest of them, as it was typed; nil for one without text.
    package var example: String?
  }

  /// Messages that the same scenario wins, and answers in other words.
  package struct Rewording: Codable, Sendable {
    /// With the scenarios on the way to it, and behind it.
    package var winner: String
    package var count: Int
    /// The newest of them, as it was typed; nil for one without text.
    package var example: String?
    /// What is said to that one, and what would be.
    package var before: [String]
    package var after: [String]
  }

  /// Conversations at one place.
  package struct Standing: Codable, Sendable {
    package var fate: SessionFate
    /// `scenario/question`, or a chat panel's scenario; nil for a conversation that an operator paused.
    package var place: String?
    package var count: Int
  }

  /// What becomes of a project in the configuration.
  package enum Change: String, Codable, Sendable {
    case added, removed
  }

  /// The change of one project's bot.
  package struct ChannelPlan: Codable, Sendable {
    package var channel: String
    /// Nil for a project that stays.
    package var project: Change?
    package var bot: String
    /// The folder before, where the project has another one now.
    package var botBefore: String?
    /// The zone of the bot's times.
    package var timezone: String?
    /// The version in force; nil where there is none yet.
    package var from: String?
    package var acceptedAt: Timestamp?
    /// Nil for a project that is removed.
    package var to: String?
    package var changes = BotChanges()
    /// Conversations in the middle of something, by what becomes of them.
    package var sessions: [String: Int] = [:]
    /// The same by their places, the most frequent first.
    package var places: [Standing] = []
    /// Messages that the same scenario wins.
    package var same = 0
    package var different = 0
    /// The most frequent first.
    package var differences: [Difference] = []
    /// Those of ``same`` that are answered in other words.
    package var reworded = 0
    /// The most frequent first.
    package var rewordings: [Rewording] = []
    /// Messages that nobody compared, by why: the raw value of ``Journal/HeardMessages/SetAside``.
    package var notCompared: [String: Int] = [:]

    package var isUnchanged: Bool { from == to && project == nil && botBefore == nil }
  }

  package var since: Timestamp
  package var channels: [ChannelPlan] = []
  /// The mistakes of files that do not compile, for a person: then a reload would change nothing.
  package var mistakes: String?
  /// How many messages were compared at most for each bot; nil where all were.
  package var cutAt: Int?
}
