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

  private func end(_ id: Int64, serial: Int = 1, attempts: Int = 0) -> PendingEvent {
    PendingEvent(
      event: Event(.callEnded(serial: serial, .answered(json: #"{"id":"7"}"#)), id: id), providerAt: nil,
      receivedAt: Samples.now, attempts: attempts)
  }

  @Test("messages wait while a call is under way, and have their turns after its end, in order")
  func call() throws {
    let bot = try Samples.callingBot()
    let asked = run([message(1, "pesan"), message(2, "satu"), message(3, "dua")], bot: bot)
    #expect(asked.map(\.inboxID) == [1])
    #expect(asked.first?.calls.map(\.url) == ["https://erp.lan/"])
    var later = work([message(2, "satu"), message(3, "dua"), end(4), message(5, "tiga")])
    later.conversation = try #require(asked.last).conversation
    let records = TurnRunner(now: Samples.now).run(later, bot: bot).records
    #expect(records.map(\.inboxID) == [4, 2, 3, 5])
    #expect(
      records.flatMap { $0.messages.map(\.content) }
        == [.text("pesanan 7"), .text("apa satu"), .text("apa dua"), .text("apa tiga")])
  }

  @Test("what a message of the same moment calls holds up those behind it again")
  func twoCalls() throws {
    let bot = try Samples.callingBot()
    var later = work([message(2, "pesan"), message(3, "dua"), end(4), end(5, serial: 2)])
    later.conversation = try #require(run([message(1, "pesan")], bot: bot).last).conversation
    let records = TurnRunner(now: Samples.now).run(later, bot: bot).records
    #expect(records.map(\.inboxID) == [4, 2, 5, 3])
  }

  @Test("a call's end that is given up, or that no bot hears, holds no message up", arguments: [true, false])
  func endWithoutTurn(hasBot: Bool) throws {
    let bot = try Samples.callingBot()
    var later = work([message(2, "satu"), end(3, attempts: hasBot ? 3 : 0)])
    later.conversation = try #require(run([message(1, "pesan")], bot: bot).last).conversation
    let records = TurnRunner(now: Samples.now).run(later, bot: hasBot ? bot : nil).records
    #expect(records.map(\.inboxID) == [3, 2])
    #expect(records.map(\.disposition) == (hasBot ? [.poison, .done] : [.ignored, .ignored]))
    #expect(records.last?.conversation.call == nil)
  }

  @Test("where no bot answers any more, events end as ignored")
  func noBot() {
    let records = run([message(1)], bot: nil)
    #expect(records.map(\.disposition) == [.ignored])
    #expect(records[0].messages.isEmpty)
  }
}
