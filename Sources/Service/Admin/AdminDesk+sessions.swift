import Dialogue
import Foundation
import Journal

extension AdminDesk {
  /// How long an answer waits for its event to be run.
  private static let patience = 100
  private static let glance = Duration.milliseconds(50)

  package func sessions(_ filter: SessionFilter, projectID: String?, limit: Int) async throws -> [SessionItem]
  {
    let channel = projectID == nil ? nil : try channel(projectID: projectID)
    return try await journal.sessions(filter, channel: channel, limit: limit).map(SessionItem.init)
  }

  package func session(_ number: String, projectID: String?, entries: Int) async throws -> SessionDetail {
    let record = try await record(Self.number(number), try channel(projectID: projectID), entries: entries)
    return SessionDetail(record, now: now())
  }

  package func say(_ number: String, projectID: String?, _ order: SayOrder) async throws -> SayReply {
    let running = try needed("session say")
    let (number, channel) = (try Self.number(number), try channel(projectID: projectID))
    guard (1...200).contains(order.key.utf8.count) else {
      throw AdminRefusal(
        .invalid, "The key has \(order.key.utf8.count) bytes; give each message one of 1 to 200.")
    }
    let content = try order.content.onOneLine
    try await prove(content)
    let message = AgentMessage(
      channel: channel, number: number, content: content, key: order.key,
      besideBot: order.besideBot ?? .refuse, life: Self.life, window: Limits.window, now: now())
    switch try await journal.say(message) {
    case .kept(let contactID, let outboxID):
      running.queue.add([contactID])
      running.outgoing.wake([contactID])
      return SayReply(message: try await outboxItem(outboxID), wasSaidBefore: false)
    case .keptBefore(let outboxID):
      return SayReply(message: try await outboxItem(outboxID), wasSaidBefore: true)
    case .otherMessage(let outboxID):
      throw AdminRefusal(
        .conflict,
        "The key was used for message \(outboxID), which says something else; give this one its own.")
    case .noContact: throw Self.noContact(number, channel)
    case .windowClosed(let heard): throw Self.windowClosed(number, heard)
    case .botHasConversation:
      throw AdminRefusal(
        .conflict,
        "The bot has the conversation with \(number); take it with `balas session pause \(number)` or "
          + "`session say --pause`, or speak beside the bot with `session say --force`.")
    }
  }

  package func handOver(_ handover: Handover, _ number: String, projectID: String?) async throws
    -> HandoverReply
  {
    let (number, channel) = (try Self.number(number), try channel(projectID: projectID))
    let (changed, isInForce): (Bool, Bool)
    switch try await journal.handOver(handover, channel: channel, number: number, now: now()) {
    case .noContact: throw Self.noContact(number, channel)
    case .already: (changed, isInForce) = (false, true)
    case .kept(let contactID, let inboxID):
      running?.queue.add([contactID])
      (changed, isInForce) = (true, try await waitForRun(inboxID))
    }
    let session = try await record(number, channel, entries: 0).session
    return HandoverReply(changed: changed, isInForce: isInForce, session: SessionItem(session))
  }

  /// Whether the event was run; waits some seconds for it.
  private func waitForRun(_ inboxID: Int64) async throws -> Bool {
    guard let running else { return false }
    for _ in 0..<Self.patience {
      if try await journal.hasRun(inboxID: inboxID) { return true }
      try await running.sleep(Self.glance)
    }
    return false
  }

  private func record(_ number: String, _ channel: Channel, entries: Int) async throws -> SessionRecord {
    if let record = try await journal.session(channel: channel, number: number, entries: entries) {
      return record
    }
    throw Self.noContact(number, channel)
  }

  private static func noContact(_ number: String, _ channel: Channel) -> AdminRefusal {
    AdminRefusal(
      .notFound, "\(number) is no customer of \(channel.name); look at the number, and at --project.")
  }

  private static func windowClosed(_ number: String, _ heard: Timestamp?) -> AdminRefusal {
    let last = heard.map { "wrote last at \($0.date.formatted(.iso8601))" } ?? "never wrote"
    return AdminRefusal(
      .conflict,
      "\(number) \(last), and WhatsApp takes free messages for 24 hours after the customer's last one only: "
        + "nothing was sent. Say it once the customer writes again; `balas template` reaches them now.")
  }
}
