import Dialogue

/// What of the bots customers touched, for `balas usage`.
package struct UsageReport: Codable, Sendable {
  package struct Item: Codable, Sendable {
    /// For example `order: on_fail of ask`.
    package var name: String
    /// `file:line:column`.
    package var place: String
    package var count: Int
  }

  package struct ChannelUsage: Codable, Sendable {
    package var channel: String
    /// The version in force.
    package var version: String
    package var acceptedAt: Timestamp?
    /// The zone of the bot's times.
    package var timezone: String
    /// Of all versions; all in the order of the bot's files.
    package var scenarios: [Item]
    /// Of the version in force alone, because an edit moves them.
    package var steps: [Item]
    package var branches: [Item]
  }

  package var since: Timestamp
  package var channels: [ChannelUsage]
}

extension UsageReport.ChannelUsage {
  /// - Parameters:
  ///   - scenarios: how often each part was touched, of all versions.
  ///   - parts: the same of the version in force.
  init(
    _ channel: Channel, _ bot: Bot, acceptedAt: Timestamp?, scenarios: [String: Int], parts: [String: Int]
  ) {
    self.channel = channel.name
    version = bot.hash
    self.acceptedAt = acceptedAt
    timezone = bot.timezone.identifier
    self.scenarios = bot.scenarios.map {
      UsageReport.Item(
        name: $0.name, place: "\($0.position)", count: scenarios[Usage.Part.scenario($0.name).key] ?? 0)
    }
    let inventory = Inventory(bot)
    steps = inventory.steps.map { position, name in
      UsageReport.Item(name: name, place: "\(position)", count: parts[Usage.Part.step(position).key] ?? 0)
    }
    branches = inventory.branches.map { branch, position, name in
      UsageReport.Item(name: name, place: "\(position)", count: parts[Usage.Part.branch(branch).key] ?? 0)
    }
  }
}
