import Dialogue
import Testing

@testable import Journal

struct TurnTests {
  let folder: TemporaryFolder
  let journal: Journal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal.small(folder)
  }

  @Test("a turn leaves conversation, contact variables, reason and messages in one commit")
  func commit() async throws {
    let ids = try #require(try await journal.hear("1").ids)
    var turn = journal.turn(ids.inbox, contactID: ids.contact, with: [.text("Halo!"), .picture])
    turn.contactVars = ["nama": "Sari"]
    turn.conversation.vars = ["kota": "Solo"]
    let before = journal.commits
    try await journal.commit([turn])
    #expect(journal.commits == before + 1)
    #expect(try await journal.pendingContacts().isEmpty)

    try await journal.hear("2")
    let work = try #require(try await journal.work(for: [ids.contact]).first)
    #expect(work.conversation == turn.conversation)
    #expect(work.contact.vars == ["nama": "Sari"])
    let rows = try await journal.outbox(state: .queued, limit: 10)
    #expect(rows.map(\.content) == [.picture, .text("Halo!")])
    #expect(rows.map(\.origin) == ["inbox/1", "inbox/1"])
    #expect(rows.map(\.ordinal) == [1, 0])
    #expect(try await journal.value(String.self, "SELECT winner FROM reason") == "scenario salam")
  }

  @Test("a turn of an event that was done before changes nothing")
  func again() async throws {
    let first = try #require(try await journal.hear("1").ids)
    let second = try #require(try await journal.hear("2").ids)
    let turns = [first, second].map { journal.turn($0.inbox, contactID: $0.contact, with: [.text("ya")]) }
    try await journal.commit(turns)
    var late = turns[0]
    late.messages.append(NewMessage(content: .text("lagi"), expiresAt: .start))
    try await journal.commit([late])
    #expect(try await journal.counts().outbox == ["queued": 2])
    try await journal.hear("3")
    let work = try #require(try await journal.work(for: [first.contact]).first)
    #expect(work.conversation == turns[1].conversation)
  }

  @Test("at most 100 events of a contact are given at once, and the rest after them")
  func portions() async throws {
    for n in 0..<130 { try await journal.hear("\(n)") }
    let work = try #require(try await journal.work(for: [1]).first)
    #expect(work.events.map(\.event.id) == Array(1...100))
    try await journal.commit(work.events.map { journal.turn($0.event.id, contactID: 1, with: []) })
    #expect(try await journal.work(for: [1]).first?.events.count == 30)
  }

  @Test("contacts come in the order of their oldest event")
  func order() async throws {
    try await journal.hear("1", from: "62811")
    try await journal.hear("2", from: "62812")
    try await journal.hear("3", from: "62813")
    try await journal.answer(1, contactID: 1, with: [])
    try await journal.hear("4", from: "62811")
    #expect(try await journal.pendingContacts() == [2, 3, 1])
  }

  @Test("ids do not come back after everything is pruned", arguments: ["inbox", "outbox"])
  func idsAreNotReused(table: String) async throws {
    let ids = try #require(try await journal.hear("1").ids)
    try await journal.answer(ids.inbox, contactID: ids.contact, with: [.text("ya")])
    _ = try await journal.sendAccepted(1, messageID: "out.1")
    try await journal.prune(now: .start + .seconds(100), messages: .seconds(1))
    #expect(try await journal.value(Int.self, "SELECT count(*) FROM \(table)") == 0)
    let next = try #require(try await journal.hear("2").ids)
    try await journal.answer(next.inbox, contactID: next.contact, with: [.text("ya")])
    #expect(try await journal.value(Int.self, "SELECT id FROM \(table)") == 2)
  }
}
