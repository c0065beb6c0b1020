import ArgumentParser
import Dialogue
import Journal
import Service

/// A message sent by hand, until there is nothing more to wait for.
struct SentMessage {
  let administration: any Administration

  /// Why there is no point in waiting for a message; nil if there is.
  static func hindrance(of item: OutboxItem, _ report: StatusReport) -> String? {
    guard item.state.holdsBack, let channel = report.sending.first(where: { $0.channel == item.channel })
    else { return nil }
    if let reason = channel.pausedBecause {
      let sentence = reason.hasSuffix(".") ? reason : reason + "."
      return "It waits, because sending on \(item.channel) is paused: \(sentence) See `balas status`."
    }
    guard channel.breaker == .open || channel.breaker == .probing else { return nil }
    return "It waits, because the provider does not answer for \(item.channel). See `balas status`."
  }

  /// Waits for what becomes of a message, tells it, and ends with status 1 if the provider does not have it.
  func tell(_ message: OutboxItem, waiting seconds: Int) async throws {
    var item = message
    let end = ContinuousClock.now + .seconds(seconds)
    var hindrance: String?
    var round = 0
    while item.state.holdsBack, !item.waitsForCustomer, hindrance == nil, ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(200))
      item = try await administration.outboxItem(item.id)
      // Counting all there is takes the daemon longer than looking at one message.
      if round % 10 == 0 { hindrance = Self.hindrance(of: item, try await administration.status()) }
      round += 1
    }
    TerminalOutput.show(item.text)
    if let hindrance { Announcement.complain(hindrance) }
    if item.state == .failed, item.content.needsOpenWindow {
      Announcement.complain(
        "Most likely the customer has not written in the last 24 hours; `balas template` reaches them all the same."
      )
    }
    guard [.sent, .delivered, .read].contains(item.state) else { throw ExitCode(1) }
  }
}
