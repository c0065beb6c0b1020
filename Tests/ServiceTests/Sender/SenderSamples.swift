import Dialogue
import Gateway
import Journal
import Logging
import StrictYAML

@testable import Service

extension Timestamp {
  /// 2026-01-02 03:04:05 UTC.
  static let start = Timestamp(milliseconds: 1_767_323_045_000)
}

extension Moment {
  static func at(_ duration: Duration) -> Moment {
    Moment(wall: .start + duration, steady: Timestamp(milliseconds: 0) + duration)
  }
}

extension Channel {
  static let sample = Channel(clientID: "0009", projectID: "16")
}

extension GatewaySettings {
  /// Neither channel nor contact is limited.
  static let unlimited = GatewaySettings(
    rate: Rate(count: 1_000_000, per: .seconds(1)), contactRate: Rate(count: 1_000_000, per: .seconds(1)))
}

extension OutboxRow {
  static func sample(
    _ id: Int64 = 1, contact: Int64 = 1, channel: Channel = .sample, lane: Lane = .reply,
    content: Content = .text("Halo kak"), state: OutboxState = .queued, attempts: Int = 0,
    resends: Int = 0, due: Duration = .zero, expires: Duration = .seconds(900), reason: String? = nil,
    mediaBefore: Duration? = nil
  ) -> OutboxRow {
    OutboxRow(
      id: id, channel: channel, contactID: contact, number: "6289892294\(contact)", inboxID: nil,
      origin: "inbox/\(id)", ordinal: 0, lane: lane, content: content, state: state, reason: reason,
      attempts: attempts, resends: resends, dueAt: .start + due, expiresAt: .start + expires, messageID: nil,
      mediaBeforeAcceptedAt: mediaBefore.map { .start + $0 })
  }
}

extension SendResult {
  static func sample(_ outcome: SendOutcome, retryAfter: Duration? = nil) -> SendResult {
    SendResult(
      outcome, code: outcome.rawValue, detail: "It ended \(outcome.rawValue).",
      messageID: outcome == .accepted ? "5d31a231ab0ea" : nil, retryAfter: retryAfter)
  }
}

extension Logger {
  static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
