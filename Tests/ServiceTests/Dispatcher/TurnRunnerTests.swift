import Dialogue
import Journal
import Testing

@testable import Service

@Suite struct TurnRunnerTests {
  private func work(_ events: [PendingEvent]) -> ContactWork {
    ContactWork(
      contactID: 1, channel: Samples.channel, contact: Contact(number: "628"),
      conversation: Conversation(), events: events)
  }

  private func message(
    _ id: Int64, _ text: String = "halo", late: Duration = .zero, attempts: Int = 0
  ) -> PendingEvent {
    PendingEvent(
      event: Event(.message(text: text), id: id), providerAt: Samples.now - late, receivedAt: Samples.now,
      attempts: attempts)
  }

  private func run(_ events: [PendingEvent], bot: Bot? = Samples.bot()) -> [TurnRecord] {
    TurnRunner(now: Samples.now + .seconds(1)).run(work(events), bot: bot).records
  }

  @Test("each event is one record, and each turn begins where the one before it ended")
  func order() {
    let records = run([message(1), message(2)])
    #expect(records.map(\.inboxID) == [1, 2])
    #expect(records.map(\.disposition) == [.done, .done])
    #expect(records.map(\.conversation.misses) == [1, 2])
    #expect(records.map(\.messages.count) == [1, 1])
    #expect(records.map(\.bot) == ["v1", "v1"])
  }

  @Test("of late messages only the newest is answered; fresh ones all are")
  func stale() {
    let late = Duration.seconds(901)
    let records = run([message(1, late: late), message(2, late: late), message(3), message(4)])
    #expect(records.map(\.disposition) == [.stale, .done, .done, .done])
    #expect(records[0].messages.isEmpty)
    #expect(run([message(1, late: .seconds(900))]).map(\.disposition) == [.done])
  }

  @Test(
    "an event that was first in line at three unclean stops is given up, and the customer gets the default")
  func poison() {
    let records = run([message(1, attempts: 3), message(2, attempts: 2)])
    #expect(records.map(\.disposition) == [.poison, .done])
    #expect(records[0].messages.map(\.content) == [.text("Maaf.")])
  }

  @Test("a reply is of use for 15 minutes")
  func expiry() {
    #expect(run([message(1)])[0].messages[0].expiresAt == Samples.now + .seconds(900))
  }

  @Test("where no bot answers any more, events end as ignored")
  func noBot() {
    let records = run([message(1)], bot: nil)
    #expect(records.map(\.disposition) == [.ignored])
    #expect(records[0].messages.isEmpty)
  }
}
