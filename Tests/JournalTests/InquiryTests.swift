import Dialogue
import Testing

@testable import Journal

struct InquiryTests {
  let folder: TemporaryFolder
  let journal: Journal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal.small(folder)
  }

  private func send(_ messageID: String?, at now: Timestamp = .start) async throws -> Int64 {
    let made = try await journal.enqueue(
      NewMessage(content: .text("a"), expiresAt: now + .seconds(900)), channel: channel, number: "62811",
      origin: "agent/\(messageID ?? "none")", now: now)
    _ = try await journal.sendAccepted(made.outboxID, messageID: messageID, at: now)
    return made.outboxID
  }

  private func silent(after time: Duration) async throws -> [String] {
    try await journal.silentMessages(now: .start + time, limit: 10).map(\.messageID)
  }

  @Test("a message without news is asked about after ten minutes, an hour and six hours, once each")
  func times() async throws {
    let id = try await send("out.1")
    #expect(try await silent(after: .seconds(599)) == [])
    for time in [600, 3600, 21_600] {
      #expect(try await silent(after: .seconds(time - 1)) == [])
      #expect(try await silent(after: .seconds(time)) == ["out.1"])
      try await journal.noteInquiry(id)
    }
    #expect(try await silent(after: .seconds(40_000)) == [])
  }

  @Test("no message is asked about of which news came, that has no id, or that was taken more than a day ago")
  func others() async throws {
    _ = try await send("out.1")
    _ = try await send(nil)
    _ = try await journal.hearStatus("sent", of: "out.1")
    #expect(try await silent(after: .seconds(700)) == [])
    _ = try await send("out.2")
    #expect(try await silent(after: .seconds(700)) == ["out.2"])
    #expect(try await silent(after: .seconds(86_401)) == [])
  }

  /// A message of which nobody knows whether it was sent, begun at the start.
  private func lost() async throws -> Int64 {
    let made = try await journal.enqueue(
      NewMessage(content: .text("a"), expiresAt: .start + .seconds(900)), channel: channel, number: "62811",
      origin: "agent/lost", now: .start)
    try await journal.begin([made.outboxID], now: .start)
    try await journal.move([
      OutboxMove(
        id: made.outboxID,
        attempt: .init(outcome: "ambiguous", code: "timeout", endedAt: .start + .seconds(30)),
        state: .unknown, dueAt: .start + .seconds(120), now: .start + .seconds(30))
    ])
    return made.outboxID
  }

  @Test(
    "news of an unknown message belongs to one that lost its answer, if it came at its time",
    arguments: [(-3, false), (-2, true), (0, true), (90, true), (91, false)])
  func claim(seconds: Int, isClaimed: Bool) async throws {
    let id = try await lost()
    let effect = try await journal.hearStatus(
      "delivered", of: "out.9", at: .start + .seconds(Int64(seconds)))
    #expect(effect.isOrphan)
    #expect(try await journal.orphanClaims().map(\.id) == (isClaimed ? [id] : []))
  }

  @Test("where news of two unknown messages came, nobody can tell which is the lost one")
  func twoClaims() async throws {
    _ = try await lost()
    _ = try await journal.hearStatus("sent", of: "out.8")
    _ = try await journal.hearStatus("sent", of: "out.9")
    #expect(try await journal.orphanClaims() == [])
  }

  @Test("a lost message that was found has its id and its news, and is settled once")
  func settle() async throws {
    let id = try await lost()
    _ = try await journal.hearStatus("delivered", of: "out.9")
    let claim = try #require(try await journal.orphanClaims().first)
    let result = try await journal.settle(claim, now: .start + .seconds(40))
    #expect(result?.idle == [1] && result?.undelivered == [])
    let row = try #require(try await journal.outboxRow(id)).row
    #expect(row.state == .delivered && row.messageID == "out.9")
    #expect(try await journal.counts().orphanStatuses == 0)
    #expect(try await journal.settle(claim, now: .start + .seconds(41)) == nil)
  }
}
