import Dialogue
import Foundation
import Testing

@testable import Journal
@testable import Service
@testable import balas

@Suite struct SentMessageTests {
  private func report(_ status: SenderStatus) -> StatusReport {
    StatusReport(
      version: "1", channels: [],
      counts: .init(inbox: [:], outbox: [:], calls: [:], contacts: 0, quarantine: 0, orphanStatuses: 0),
      sending: [status],
      isShortOfSpace: false)
  }

  private func item(_ state: OutboxState) -> OutboxItem {
    OutboxItem(
      OutboxRow(
        id: 1, channel: Channel(clientID: "0009", projectID: "16"), contactID: 1, number: "628", inboxID: nil,
        origin: "agent/1", ordinal: 0, lane: .agent, content: .text("halo"), state: state, reason: nil,
        attempts: 0, resends: 0, dueAt: Timestamp(milliseconds: 0), expiresAt: Timestamp(milliseconds: 0),
        messageID: nil, mediaBeforeAcceptedAt: nil), now: Timestamp(milliseconds: 0))
  }

  private func status(
    _ breaker: SenderStatus.Breaker = .closed, pausedBecause reason: String? = nil,
    channel: String = "0009/16"
  ) -> SenderStatus {
    SenderStatus(channel: channel, breaker: breaker, pausedBecause: reason, inFlight: 0, waiting: 1)
  }

  @Test("whoever sends by hand is told what a message waits for, and where to look")
  func hindrances() {
    #expect(SentMessage.hindrance(of: item(.queued), report(status())) == nil)
    #expect(SentMessage.hindrance(of: item(.queued), report(status(.open, channel: "0009/17"))) == nil)
    #expect(SentMessage.hindrance(of: item(.sent), report(status(.open))) == nil)
    #expect(
      SentMessage.hindrance(of: item(.queued), report(status(.open)))
        == "It waits, because the provider does not answer for 0009/16. See `balas status`.")
    #expect(
      SentMessage.hindrance(
        of: item(.queued), report(status(pausedBecause: "The send was answered 407: why.")))
        == "It waits, because sending on 0009/16 is paused: The send was answered 407: why. See `balas status`."
    )
  }
}
