import Dialogue
import Journal
import NIOPosix
import ScenarioFile
import StrictYAML

extension AdminDesk {
  /// So many messages are compared for a person who waits for it, and for a reload that waits for it.
  private static let mostMessages = 100_000
  private static let mostOfReload = 10_000

  package func plan(since: Timestamp, projectID: String?) async throws -> PlanReport {
    let channel = projectID == nil ? nil : try channel(projectID: projectID)
    return try await plan(since: since, channel: channel, limit: Self.mostMessages)
  }

  /// What a reload is about to change, of the last week; nil where the files have mistakes, which the reload tells.
  func planOfReload() async throws -> PlanReport? {
    let report = try await plan(since: now() - .seconds(7 * 86_400), channel: nil, limit: Self.mostOfReload)
    return report.mistakes == nil ? report : nil
  }

  private func plan(since: Timestamp, channel: Channel?, limit: Int) async throws -> PlanReport {
    let projects = live.current.projects.filter { channel == nil || $0.channel == channel }
    let compiled = try await BotCompiler.compileAside(projects)
    var report = PlanReport(since: since)
    if compiled.diagnostics.contains(where: { $0.severity == .error }) {
      report.mistakes = DiagnosticFormat.text.render(compiled.diagnostics, sources: compiled.sources)
      return report
    }
    for project in projects {
      guard let compilation = compiled.compilations[project.channel], let new = compilation.bot,
        let version = compilation.version
      else { continue }
      var plan = PlanReport.ChannelPlan(channel: project.channel.name, bot: project.bot, to: new.hash)
      let accepted = try await accepted(project.channel)
      let old = try await currentBot(of: project.channel)
      plan.from = old?.hash
      if let old, old.hash != new.hash {
        if let files = accepted.flatMap(BotVersions.files) { plan.changes = version.changes(from: files) }
        plan.count(try await journal.openConversations(channel: project.channel), new)
        let messages = try await journal.heardMessages(since: since, channel: project.channel, limit: limit)
        if messages.count == limit { report.cutAt = limit }
        let comparison = try await NIOThreadPool.singleton.runIfActive {
          MessageComparison(messages, from: old, to: new)
        }
        plan.same = comparison.same
        plan.differences = comparison.differences
        plan.different = messages.count - comparison.same
      }
      report.channels.append(plan)
    }
    return report
  }

  /// The files of the version in force, as they were accepted.
  private func accepted(_ channel: Channel) async throws -> Journal.AcceptedBot? {
    guard let bot = running?.bots.bot(for: channel) else {
      return try await journal.lastAcceptedBot(channel: channel)
    }
    return try await journal.acceptedBot(channel: channel, hash: bot.hash)
  }
}

extension PlanReport.ChannelPlan {
  fileprivate mutating func count(_ conversations: [Conversation], _ bot: Bot) {
    for conversation in conversations {
      if let fate = bot.fate(of: conversation) { sessions[fate.rawValue, default: 0] += 1 }
    }
  }
}
