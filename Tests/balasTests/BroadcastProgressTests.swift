import Dialogue
import Foundation
import Testing

@testable import Journal
@testable import Service
@testable import balas

@Suite("how far a broadcast is") struct BroadcastProgressTests {
  private func item(
    _ states: [String: Int], _ state: BroadcastState = .running, ended: Timestamp? = nil,
    reason: String? = nil
  ) -> BroadcastItem {
    let start = Timestamp(milliseconds: 1_796_090_400_000)
    return BroadcastItem(
      Broadcast(
        id: 3, channel: Channel(clientID: "0009", projectID: "16"), name: "Promo Desember",
        template: MessageTemplate(name: "promo"), rate: 10, checksNumbers: false, state: state,
        reason: reason,
        createdAt: start, dueAt: start, expiresAt: start + .seconds(86_400), endedAt: ended, hasSent: true),
      BroadcastTally(states: states))
  }

  @Test("a line has a bar, the rate of the last seconds, the time left and the ends")
  func line() {
    var progress = BroadcastProgress()
    #expect(
      progress.line(item(["waiting": 1000]), at: .zero) == "[------------------------]  0/1000  sent 0")
    #expect(
      progress.line(
        item(["waiting": 750, "sent": 245, "dead": 2, "skipped": 2, "uncertain": 1]), at: .seconds(25))
        == "[######------------------]  250/1000  10/s  75 s left  sent 245  failed 2  skipped 2  uncertain 1"
    )
    // What was long ago counts no more.
    #expect(
      progress.line(item(["waiting": 730, "sent": 270]), at: .seconds(45))
        .hasPrefix("[######------------------]  270/1000  1.0/s  13 min left"))
    #expect(
      progress.line(item(["waiting": 730, "sent": 270], .paused), at: .seconds(46)).contains("  paused  "))
  }

  @Test("one that waits for its time says when it begins")
  func planned() {
    var progress = BroadcastProgress()
    #expect(
      progress.line(item(["waiting": 3, "skipped": 1], .planned), at: .zero)
        == "[######------------------]  1/4  begins 2026-12-01T02:00:00Z  sent 0  skipped 1")
  }

  @Test("in full it counts each end, and says what uncertain means")
  func text() {
    #expect(
      item(["sent": 5, "delivered": 3, "read": 2, "uncertain": 1, "waiting": 4], .paused, reason: "Refused.")
        .text
          == """
          broadcast 3  paused  11/15  promo  0009/16  Promo Desember
          why  Refused.
          begins 2026-12-01T02:00:00Z, not after 2026-12-02T02:00:00Z, at most 10/s
            15 rows
            10 sent, of these 5 delivered and 2 read
            1 uncertain
            4 waiting
          uncertain: the provider's answer was lost, so the customer may have it; it is not sent again

          """)
  }

  @Test("a row of the result has an empty place where something did not happen")
  func result() {
    let end = BroadcastEnd(
      line: 7, number: "628", state: "sent", reason: nil, messageID: "m", sentAt: 1_796_090_400_000,
      deliveredAt: nil, readAt: nil)
    #expect(end.values == ["7", "628", "sent", "", "m", "2026-12-01T02:00:00Z", "", ""])
    #expect(end.values.count == BroadcastEnd.columns.count)
  }
}
