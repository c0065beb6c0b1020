import CoreMetrics
import Crypto
import Dialogue
import Gateway
import Journal
import Logging

/// Keeps what callbacks say, and wakes those who act on it.
package struct CallbackIntake: Sendable {
  package enum Result: Sendable, Equatable {
    case kept
    /// The journal could not keep it; the provider must send it again.
    case notKept
  }

  let journal: Journal
  let dispatching: ContactQueue
  let outgoing: any Outgoing
  let metrics: DaemonMetrics
  let latch: FailureLatch
  let logger: Logger
  let now: @Sendable () -> Timestamp
  /// News came of a message that nobody knows.
  let onOrphan: @Sendable () -> Void
  private let pace = LogPace()

  package init(
    journal: Journal, dispatching: ContactQueue, outgoing: any Outgoing, metrics: DaemonMetrics,
    latch: FailureLatch, logger: Logger, now: @escaping @Sendable () -> Timestamp,
    onOrphan: @escaping @Sendable () -> Void = {}
  ) {
    self.onOrphan = onOrphan
    self.journal = journal
    self.dispatching = dispatching
    self.outgoing = outgoing
    self.metrics = metrics
    self.latch = latch
    self.logger = logger
    self.now = now
  }

  /// How far ahead of our clock a provider's time is believed.
  private static let clockTolerance = Duration.seconds(300)

  /// Keeps a callback; on return it is on disk.
  package func keep(_ callback: Callback, body: [UInt8], routes: CallbackRoutes) async -> Result {
    do {
      switch callback {
      case .message(let message):
        guard let channel = routes.channel(clientID: message.clientID, projectID: message.projectID) else {
          try await quarantineUnknownProject(message.projectID, body)
          return .kept
        }
        try await accept(message, channel)
      case .status(let status):
        guard let channel = routes.channel(clientID: status.clientID, projectID: status.projectID) else {
          try await quarantineUnknownProject(status.projectID, body)
          return .kept
        }
        try await record(status, channel)
      case .unreadable(let reason):
        try await quarantine(body, LogText.escaped(reason, keepingLines: false), projectID: nil)
      }
      return .kept
    } catch {
      metrics.notKept.increment()
      if latch.survives(error) { log("a callback could not be kept: \(error)", kind: "not kept") }
      return .notKept
    }
  }

  private func accept(_ message: InboundMessage, _ channel: Channel) async throws {
    let receivedAt = now()
    let isTrusted = message.sentAt.map { $0 <= receivedAt + Self.clockTolerance } ?? false
    let incoming = IncomingMessage(
      channel: channel, messageID: message.messageID ?? Self.key(of: message, receivedAt: receivedAt),
      number: message.sender,
      text: message.text, providerAt: isTrusted ? message.sentAt : nil, receivedAt: receivedAt)
    switch try await journal.accept(incoming) {
    case .new(let contactID, _):
      metrics.messages.increment()
      outgoing.heard(contactID)
      dispatching.add(CollectionOfOne(contactID))
    case .duplicate:
      metrics.duplicates.increment()
    }
  }

  private func record(_ status: StatusUpdate, _ channel: Channel) async throws {
    let effect = try await journal.record(
      IncomingStatus(
        channel: channel, messageID: status.messageID, status: status.status.rawValue,
        providerAt: status.at, receivedAt: now(), number: status.recipient))
    metrics.statuses.increment()
    if effect.isOrphan { onOrphan() }
    guard let contactID = effect.contactID, effect.isNew else { return }
    outgoing.wake([contactID])
    if effect.failed { dispatching.add(CollectionOfOne(contactID)) }
  }

  private func log(_ line: String, kind: String, metadata: Logger.Metadata = [:]) {
    guard let unwritten = pace.allow(kind, now: now()) else { return }
    let more: Logger.Metadata = unwritten > 0 ? ["unwritten": "\(unwritten)"] : [:]
    logger.error("\(line)", metadata: metadata.merging(more) { _, new in new })
  }

  private func quarantineUnknownProject(_ projectID: String?, _ body: [UInt8]) async throws {
    let reason =
      projectID.map { "project \(LogText.quoted($0)) is not in the configuration" }
      ?? "no project is named, and more than one is configured"
    try await quarantine(body, reason, projectID: projectID)
  }

  private func quarantine(_ body: [UInt8], _ reason: String, projectID: String?) async throws {
    try await journal.quarantine(
      QuarantinedCallback(body: body, reason: reason, projectID: projectID, receivedAt: now()))
    metrics.quarantined.increment()
    log(
      "a callback was quarantined: \(reason)", kind: projectID == nil ? "unreadable" : "unknown project",
      metadata: ["bytes": "\(body.count)"])
  }

  /// Stands in for the id of a message that came without one.
  ///
  /// Without a time either, the minute it came in: the same words in another minute are another message.
  private static func key(of message: InboundMessage, receivedAt: Timestamp) -> String {
    var hasher = SHA256()
    let time = message.sentAt.map { "\($0.milliseconds)" } ?? "minute \(receivedAt.milliseconds / 60_000)"
    for part in [message.sender, time, message.text ?? ""] {
      hasher.update(data: Array("\(part.utf8.count):\(part)".utf8))
    }
    return "sha256-" + hasher.finalize().prefix(16).map { String($0, radix: 16) }.joined(separator: "-")
  }
}
