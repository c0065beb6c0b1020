import Dialogue
import GRDB
import Testing

@testable import Journal

struct SessionTests {
  let folder: TemporaryFolder
  let journal: Journal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal.small(folder)
  }

  private func message(_ text: String = "Saya Dewi.", key: String = "1", at now: Timestamp = .start)
    -> AgentMessage
  {
    AgentMessage(
      channel: channel, number: "62811", content: .text(text), key: key, besideBot: .refuse,
      life: .seconds(900), window: .seconds(3600), now: now)
  }

  /// The customer of `number` is given to a person by the bot.
  private func openPanel(from number: String = "62811", isAnswered: Bool = false, at now: Timestamp = .start)
    async throws
  {
    let ids = try #require(try await journal.hear("\(number) \(now)", from: number, at: now).ids)
    var turn = journal.turn(ids.inbox, contactID: ids.contact, with: [], at: now)
    turn.conversation.panel = OpenPanel(scenario: "cs", openedAt: now, lastAt: now, isAnswered: isAnswered)
    try await journal.commit([turn])
  }

  @Test("a person's message and its event are one commit, and none is taken when free text may not be sent")
  func say() async throws {
    try await openPanel()
    let before = journal.commits
    let result = try await journal.say(message(at: .start + .seconds(3000)))
    #expect(result == .kept(contactID: 1, outboxID: 1))
    #expect(journal.commits == before + 1)
    let row = try #require(try await journal.heads(of: [1]).first)
    #expect(row.origin == "agent/1/1" && row.lane == .agent)
    #expect(try await journal.work(for: [1]).first?.events.map(\.event.kind) == [.agent])
    #expect(try await journal.say(message()) == .keptBefore(outboxID: 1))
    #expect(try await journal.say(message("Halo")) == .otherMessage(outboxID: 1))
    #expect(try await journal.counts().outbox == ["queued": 1])
    #expect(
      try await journal.say(message(key: "2", at: .start + .seconds(3600)))
        == .windowClosed(lastInboundAt: .start))
  }

  @Test("who has a conversation is what it will be when the events that wait were run")
  func pendingHandover() async throws {
    try await journal.hear("1")
    try await journal.answer(1, contactID: 1, with: [])
    #expect(try await journal.say(message()) == .botHasConversation)
    let pause = try await journal.handOver(.pause, channel: channel, number: "62811", now: .start)
    #expect(pause == .kept(contactID: 1, inboxID: 2))
    #expect(try await !journal.hasRun(inboxID: 2))
    #expect(try await journal.handOver(.pause, channel: channel, number: "62811", now: .start) == .already)
    #expect(try await journal.say(message()) == .kept(contactID: 1, outboxID: 1))
    let release = try await journal.handOver(.release, channel: channel, number: "62811", now: .start)
    #expect(release == .kept(contactID: 1, inboxID: 4))
    #expect(try await journal.say(message(key: "2")) == .botHasConversation)
    #expect(
      try await journal.work(for: [1]).first?.events.map(\.event.kind) == [.pause, .agent, .release])
    #expect(
      try await journal.handOver(.pause, channel: channel, number: "62899", now: .start) == .noContact)
  }

  @Test("open panels are counted, with who waits longest")
  func panels() async throws {
    #expect(try await journal.panels() == Journal.Panels())
    try await openPanel(from: "62811", isAnswered: true)
    try await openPanel(from: "62812", at: .start + .seconds(2))
    try await openPanel(from: "62813", at: .start + .seconds(1))
    var panels = try await journal.panels()
    #expect(panels.open == 3 && panels.unanswered == 2)
    #expect(panels.unansweredSince == .start + .seconds(1))
    try await journal.hear("released", from: "62813")
    try await journal.answer(4, contactID: 3, with: [])
    panels = try await journal.panels()
    #expect(panels.open == 2 && panels.unanswered == 1)
  }

  @Test("a conversation whose row makes no sense is listed as such, and holds up no other")
  func unreadable() async throws {
    try await openPanel()
    try await journal.hear("2", from: "62812")
    try await journal.answer(2, contactID: 2, with: [])
    try await journal.writer.write { db in
      try db.execute(sql: "UPDATE conversation SET state = '{broken' WHERE contact_id = 2")
    }
    let rows = try await journal.sessions(.open, channel: nil, limit: 9)
    #expect(rows.map(\.contact.number) == ["62811", "62812"])
    #expect(rows.map { $0.conversation == nil } == [false, true])
    #expect(try await journal.session(channel: channel, number: "62812", entries: 9)?.history.count == 1)
    #expect(
      try await journal.session(channel: channel, number: "62899", entries: 9)?.session.contactID == nil)
  }
}
