import Dialogue
import GRDB
import Testing

@testable import Journal

struct UnreadableRowTests {
  let folder: TemporaryFolder
  let journal: Journal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal.small(folder)
  }

  private func change(_ sql: String) async throws {
    try await journal.writer.write { db in try db.execute(sql: sql) }
  }

  @Test(
    "a row that makes no sense holds its own contact up, and nobody else",
    arguments: [
      "UPDATE inbox SET payload = '{' WHERE contact_id = 1",
      "UPDATE inbox SET kind = 'song' WHERE contact_id = 1",
      "UPDATE contact SET vars = '[]' WHERE id = 1", "UPDATE contact SET channel = 'x' WHERE id = 1",
      "INSERT INTO conversation(contact_id, bot, state, revision) VALUES (1, '', 'x', 1)",
    ])
  func work(damage: String) async throws {
    try await journal.hear("1", from: "62811")
    try await journal.hear("2", from: "62812")
    try await change(damage)
    var unreadable: [UnreadableRow] = []
    let work = try await journal.work(for: [1, 2]) { unreadable.append($0) }
    #expect(work.map(\.contactID) == [2])
    #expect(unreadable.map(\.contactID) == [1])
    #expect(journal.failure == nil)
    try await journal.hear("3", from: "62812")
  }

  @Test("a message that makes no sense is named, shown to people, and nobody else waits for it")
  func heads() async throws {
    for (id, number) in [("1", "62811"), ("2", "62812")] {
      let ids = try #require(try await journal.hear(id, from: number).ids)
      try await journal.answer(ids.inbox, contactID: ids.contact, with: [.text("ya")])
    }
    try await change("UPDATE outbox SET payload = '{\"media\":1}' WHERE id = 1")
    var unreadable: [UnreadableRow] = []
    let heads = try await journal.heads(of: [1, 2], now: .start) { unreadable.append($0) }
    #expect(heads.map(\.id) == [2])
    #expect(unreadable.map(\.outboxID) == [1])
    #expect(unreadable.map(\.contactID) == [1])
    let shown = try await journal.outbox(state: nil, limit: 9)
    #expect(shown.map(\.id) == [2, 1])
    #expect(shown.last?.content == .text("(its content in the journal cannot be read)"))
    #expect(try await journal.waitingMedia().isEmpty)
  }
}
