import Dialogue
import Journal

extension AdminDesk {
  package func usage(since: Timestamp, projectID: String?) async throws -> UsageReport {
    let only = projectID == nil ? nil : try channel(projectID: projectID)
    var report = UsageReport(since: since, channels: [])
    for channel in live.current.projects.map(\.channel) where only == nil || channel == only {
      guard let bot = try await currentBot(of: channel) else { continue }
      report.channels.append(
        UsageReport.ChannelUsage(
          channel, bot,
          acceptedAt: try await journal.acceptedBot(channel: channel, hash: bot.hash)?.acceptedAt,
          scenarios: try await journal.usage(channel: channel, bot: nil, since: since),
          parts: try await journal.usage(channel: channel, bot: bot.hash, since: since)))
    }
    return report
  }
}
