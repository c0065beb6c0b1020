import Dialogue
import Testing

@testable import Journal

struct ReachabilityTests {
  let folder: TemporaryFolder
  let journal: Journal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal.small(folder)
  }

  /// A customer who wrote, has the message `out.1`, and whose second message was refused: not reachable.
  private func refused() async throws {
    let ids = try #require(try await journal.hear("1").ids)
    try await journal.answer(ids.inbox, contactID: ids.contact, with: [.text("a"), .text("b"), .text("c")])
    _ = try await journal.sendAccepted(1, messageID: "out.1")
    try await journal.begin([2], now: .start)
    let now = Timestamp.start + .seconds(1)
    let result = try await journal.move([
      OutboxMove(
        id: 2, attempt: .init(outcome: "unreachable", code: "600", endedAt: now), state: .dead,
        reason: "no WhatsApp", dueAt: now, isUnreachable: true, now: now)
    ])
    #expect(result.undelivered == [ids.contact])
  }

  private func unreachableAt() async throws -> Timestamp? {
    try await journal.outboxRow(1)?.row.unreachableAt
  }

  @Test(
    "a refusal that says the number cannot be reached marks the contact, in the commit that ends the message")
  func marked() async throws {
    let before = journal.commits
    try await refused()
    #expect(journal.commits - before == 6)
    #expect(try await unreachableAt() == .start + .seconds(1))
    #expect(try await journal.state(of: 2) == .dead)
    #expect(try await journal.heads(of: [1]).first?.unreachableAt == .start + .seconds(1))
  }

  @Test("any other end leaves the contact as it is")
  func unmarked() async throws {
    let ids = try #require(try await journal.hear("1").ids)
    try await journal.answer(ids.inbox, contactID: ids.contact, with: [.text("a")])
    try await journal.begin([1], now: .start)
    _ = try await journal.move([
      OutboxMove(
        id: 1, attempt: .init(outcome: "permanent", code: "400", endedAt: .start), state: .dead,
        reason: "wrong", dueAt: .start, now: .start)
    ])
    #expect(try await unreachableAt() == nil)
  }

  @Test("a message from the contact takes the mark away, a repeat of an old one does not")
  func message() async throws {
    try await refused()
    #expect(try await journal.hear("1") == .duplicate)
    #expect(try await unreachableAt() != nil)
    _ = try await journal.hear("2", at: .start + .seconds(9))
    #expect(try await unreachableAt() == nil)
  }

  @Test(
    "delivered and read take it away, other news does not",
    arguments: [("sent", false), ("failed", false), ("delivered", true), ("read", true)])
  func news(status: String, reaches: Bool) async throws {
    try await refused()
    _ = try await journal.hearStatus(status, of: "out.1")
    #expect((try await unreachableAt() == nil) == reaches)
  }

  @Test("news that came before the answer to its send takes it away when it finds its message")
  func orphan() async throws {
    try await refused()
    _ = try await journal.record(
      IncomingStatus(
        channel: channel, messageID: "out.3", status: "delivered", providerAt: nil, receivedAt: .start,
        number: nil))
    #expect(try await unreachableAt() != nil)
    _ = try await journal.sendAccepted(3, messageID: "out.3", at: .start + .seconds(5))
    #expect(try await unreachableAt() == nil)
  }
}
