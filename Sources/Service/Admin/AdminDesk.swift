import Dialogue
import Foundation
import Gateway
import Journal
import NIOPosix

/// Does what an operator asks, in the process that holds the journal.
package struct AdminDesk: Administration {
  /// The parts of a running daemon; what needs them is refused without.
  struct Running: Sendable {
    var startedAt: Timestamp
    var bots: BotRegistry
    var outgoing: any Outgoing
    /// Contacts whose events are to be run.
    var queue = ContactQueue()
    var sending: @Sendable () -> [SenderStatus]
    var reload: @Sendable () async -> ReloadReport
    /// What the configuration, as it lies there now, names and this process has no secret for.
    var missingCredentials: @Sendable () -> [String]
    var renewToken: @Sendable (_ clientID: String) async throws -> AccessToken
    /// Answers what an operator asks about messages and numbers.
    var provider: any Inquiring & NumberChecking
    var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  }

  let journal: Journal
  let live: LiveConfiguration
  let tokenStore: JournalTokenStore
  let media: MediaStore
  let running: Running?
  let now: @Sendable () -> Timestamp
  /// Reads the configuration as it lies there now; nil where it cannot differ from the one in force.
  var nextConfiguration: (@Sendable () -> ConfigurationReading)?

  /// How long a message that a person sends is of use.
  static let life = Duration.seconds(15 * 60)

  package func status() async throws -> StatusReport {
    let versions = running?.bots.versions ?? [:]
    return StatusReport(
      version: BalasVersion.current, startedAt: running?.startedAt,
      channels: live.current.projects.map { project in
        StatusReport.ChannelStatus(
          channel: project.channel.name, bot: project.bot, version: versions[project.channel.name])
      },
      counts: try await journal.counts(), panels: try await journal.panels(),
      sending: running?.sending() ?? [], broadcasts: try await openBroadcasts(), freeBytes: journal.freeBytes,
      isShortOfSpace: journal.isShortOfSpace)
  }

  package func reload() async throws -> ReloadReply {
    let report = try needed("reload").reload
    var (plan, remark): (PlanReport?, String) = (nil, "")
    do {
      plan = try await planOfReload()
    } catch {
      // A plan that cannot be made stops no reload.
      remark = "What the reload changes cannot be told: \(error)\n"
    }
    let outcome = await report()
    return ReloadReply(
      succeeded: outcome.succeeded, text: outcome.text + remark, versions: outcome.versions,
      plan: outcome.succeeded ? plan : nil)
  }

  package func outbox(state: OutboxState?, limit: Int) async throws -> [OutboxItem] {
    let now = now()
    return try await journal.outbox(state: state, limit: limit).map { OutboxItem($0, now: now) }
  }

  package func outboxItem(_ id: Int64) async throws -> OutboxItem {
    guard let found = try await journal.outboxRow(id) else { throw Self.unknown(id) }
    return OutboxItem(
      found.row, history: found.attempts, news: try await journal.statuses(outboxID: id), now: now())
  }

  package func retry(_ id: Int64) async throws -> OutboxItem {
    let decision = try await journal.retry(id, expiresAt: now() + Self.life, now: now())
    return try await decided(decision, id, "queued anew")
  }

  package func drop(_ id: Int64) async throws -> OutboxItem {
    try await decided(
      try await journal.drop(id), id, "dropped")
  }

  package func keepMedia(_ path: String) async throws -> String { try media.keep(path) }

  package func send(_ order: SendOrder) async throws -> OutboxItem {
    let outgoing = try needed("send").outgoing
    let number = try Self.number(order.to)
    let content = order.content.onOneLine
    try await prove(content)
    let channel = try channel(projectID: order.projectID)
    let message = NewMessage(content: content, lane: .agent, expiresAt: now() + Self.life)
    let made = try await journal.enqueue(
      message, channel: channel, number: number, origin: "agent/\(UUID().uuidString)", now: now())
    outgoing.wake([made.contactID])
    return try await outboxItem(made.outboxID)
  }

  package func tokens() async throws -> [TokenItem] {
    var items: [TokenItem] = []
    for clientID in clientIDs {
      items.append(TokenItem(clientID: clientID, token: try await tokenStore.token(clientID: clientID)))
    }
    return items
  }

  package func renewToken(clientID: String) async throws -> TokenItem {
    let renew = try needed("token").renewToken
    guard clientIDs.contains(clientID) else {
      throw AdminRefusal(.notFound, "No project is configured for the client \(clientID).")
    }
    do {
      return TokenItem(clientID: clientID, token: try await renew(clientID))
    } catch {
      throw AdminRefusal(.failed, "The provider gave the client \(clientID) no token: \(error)")
    }
  }

  package func missingCredentials() throws -> [String] { try needed("doctor").missingCredentials() }

  private var clientIDs: [String] { Array(Set(live.current.projects.map(\.channel.clientID))).sorted() }

  func needed(_ verb: String) throws(AdminRefusal) -> Running {
    if let running { return running }
    throw AdminRefusal(.conflict, "No daemon runs, and `balas \(verb)` needs one; start it first.")
  }

  /// The number in the form used everywhere.
  static func number(_ written: String) throws(AdminRefusal) -> String {
    if let number = PhoneNumber.canonical(written) { return number }
    throw AdminRefusal(
      .invalid, "`\(LogText.quoted(written))` is no phone number; write it like 628123456789 or 08123456789.")
  }

  /// Refuses what WhatsApp would not take.
  func prove(_ content: Content) async throws {
    if let file = content.media, !media.refresh(file.hash) {
      throw AdminRefusal(.invalid, "\(file.fileName) is not in the media store; send it again.")
    }
    // Reads the whole file.
    try await NIOThreadPool.singleton.runIfActive { [media] in try content.check { media.path(of: $0) } }
  }

  func channel(projectID: String?) throws(AdminRefusal) -> Channel {
    let channels = live.current.projects.map(\.channel)
    let fitting = channels.filter { projectID == nil || $0.projectID == projectID }
    if fitting.count == 1 { return fitting[0] }
    let known = channels.map(\.projectID).joined(separator: ", ")
    guard let projectID else {
      throw AdminRefusal(.invalid, "Several projects are configured; name one with --project: \(known).")
    }
    throw AdminRefusal(.invalid, "No project \(projectID) is configured; there is \(known).")
  }

  private func decided(_ decision: OutboxDecision, _ id: Int64, _ what: String) async throws -> OutboxItem {
    switch decision {
    case .done(let contactID):
      running?.outgoing.wake([contactID])
      return try await outboxItem(id)
    case .refused(let state):
      throw AdminRefusal(
        .conflict, "Message \(id) is \(state.rawValue) and cannot be \(what): \(state.whyDecided).")
    case .notFound: throw Self.unknown(id)
    }
  }

  private static func unknown(_ id: Int64) -> AdminRefusal {
    AdminRefusal(.notFound, "There is no message \(id); `balas outbox list` shows what there is.")
  }
}

extension OutboxState {
  /// Why there is nothing to decide about a message in this state; only said where there is not.
  fileprivate var whyDecided: String {
    switch self {
    case .queued: "it waits to be sent already"
    case .sending: "it is being sent"
    case .sent, .delivered, .read: "the provider has it"
    case .failed: "the provider has it and may still deliver it; `balas send` sends it as a new message"
    case .dropped: "a person gave it up; `balas send` sends it as a new message"
    case .dead, .expired: "nobody will send it any more"
    case .uncertain: "it is a broadcast's and may have been sent; a broadcast sends nothing twice"
    case .unknown: "what became of it is being found out"
    case .held: "it waits for a person"
    }
  }
}
