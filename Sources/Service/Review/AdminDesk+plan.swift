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
    let next = next
    let only = try projectID.map { try self.channel($0, among: next.configuration) }
    let target = try await PlanTarget.reload(next, from: live.current, only: only)
    return try await plan(since: since, target, limit: Self.mostMessages)
  }

  package func plan(since: Timestamp, projectID: String?, of order: PlanOrder) async throws -> PlanReport {
    let channel = try channel(projectID: projectID)
    let compilation = try await NIOThreadPool.singleton.runIfActive { Compilation.stored(order.version) }
    var target = PlanTarget(
      entries: [PlanTarget.Entry(channel: channel, folder: order.folder, compilation: compilation)])
    if compilation.hasErrors {
      target.mistakes = DiagnosticFormat.text.render(compilation.diagnostics, sources: compilation.sources)
    }
    return try await plan(since: since, target, limit: Self.mostMessages)
  }

  /// What a reload is about to change, of the last week; nil where something has mistakes, which the reload tells.
  func planOfReload() async throws -> PlanReport? {
    let target = try await PlanTarget.reload(next, from: live.current, only: nil)
    let report = try await plan(
      since: now() - .seconds(7 * 86_400), target, limit: Self.mostOfReload)
    return report.mistakes == nil ? report : nil
  }

  /// The configuration as it lies there now; without a daemon it was read just now.
  private var next: ConfigurationReading {
    nextConfiguration?()
      ?? ConfigurationReading(configuration: live.current, diagnostics: [], sources: [:])
  }

  /// The project's channel in the configuration in force, or in the next one.
  private func channel(_ projectID: String, among next: Configuration?) throws -> Channel {
    if let added = next?.projects.first(where: { $0.channel.projectID == projectID }) { return added.channel }
    return try channel(projectID: projectID)
  }

  private func plan(since: Timestamp, _ target: PlanTarget, limit: Int) async throws -> PlanReport {
    var report = PlanReport(since: since, mistakes: target.mistakes)
    guard report.mistakes == nil else { return report }
    for entry in target.entries {
      var plan = try await plan(since: since, entry, limit: limit)
      if plan.same + plan.different == limit { report.cutAt = limit }
      if entry.compilation == nil { plan.project = .removed }
      report.channels.append(plan)
    }
    return report
  }

  private func plan(since: Timestamp, _ entry: PlanTarget.Entry, limit: Int) async throws
    -> PlanReport.ChannelPlan
  {
    let (channel, new) = (entry.channel, entry.compilation?.bot)
    let before = live.current.projects.first { $0.channel == channel }?.bot
    let old = try await currentBot(of: channel)
    var plan = PlanReport.ChannelPlan(channel: channel.name, bot: entry.folder, to: new?.hash)
    if before == nil { plan.project = .added }
    if let before, before != entry.folder { plan.botBefore = before }
    plan.timezone = (new ?? old)?.timezone.identifier
    plan.from = old?.hash
    guard let old else { return plan }
    let accepted = try await journal.acceptedBot(channel: channel, hash: old.hash)
    plan.acceptedAt = accepted?.acceptedAt
    guard old.hash != new?.hash else { return plan }
    plan.count(try await journal.openConversations(channel: channel), new)
    guard let new, let version = entry.compilation?.version else { return plan }
    if let files = accepted.flatMap(BotVersions.files) { plan.changes = version.changes(from: files) }
    let heard = try await journal.heardMessages(since: since, channel: channel, limit: limit)
    let comparison = try await NIOThreadPool.singleton.runIfActive {
      MessageComparison(heard.messages, from: old, to: new)
    }
    plan.same = comparison.same
    plan.differences = comparison.differences
    plan.different = heard.messages.count - comparison.same
    plan.rewordings = comparison.rewordings
    plan.reworded = comparison.rewordings.map(\.count).reduce(0, +)
    plan.notCompared = Dictionary(uniqueKeysWithValues: heard.setAside.map { ($0.key.rawValue, $0.value) })
    return plan
  }
}

extension PlanReport.ChannelPlan {
  /// - Parameter bot: nil where none will answer.
  fileprivate mutating func count(_ conversations: [Conversation], _ bot: Bot?) {
    struct Place: Hashable {
      var fate: SessionFate
      var name: String?
    }
    var places: [Place: Int] = [:]
    for conversation in conversations {
      let isAtNothing =
        conversation.open == nil && conversation.call == nil && conversation.panel == nil
      guard !isAtNothing, let fate = bot.map({ $0.fate(of: conversation) }) ?? .gone else { continue }
      sessions[fate.rawValue, default: 0] += 1
      places[Place(fate: fate, name: conversation.place), default: 0] += 1
    }
    self.places = places.map { PlanReport.Standing(fate: $0.fate, place: $0.name, count: $1) }
      .sorted {
        (-$0.count, $0.place ?? "", $0.fate.rawValue) < (-$1.count, $1.place ?? "", $1.fate.rawValue)
      }
  }
}
