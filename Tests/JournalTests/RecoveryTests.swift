import Dialogue
import Testing

@testable import Journal

struct RecoveryTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs `body` on a journal that is then left without being closed.
  private func crash(after body: (Journal) async throws -> Void) async throws {
    try await body(Journal.small(folder))
  }

  @Test("after an orderly stop nothing has to be recovered")
  func clean() async throws {
    let first = try Journal.small(folder)
    #expect(!first.wasUnclean)
    try await first.hear("1")
    try await first.close()
    let second = try Journal.small(folder)
    let recovery = try await second.recover(now: .start)
    #expect(!recovery.wasUnclean)
    #expect(recovery.unknown == 0)
    #expect(try await second.work(for: [1]).first?.events.first?.attempts == 0)
  }

  @Test("after an unclean stop the first event of each contact counts an attempt, once a stop")
  func attempts() async throws {
    try await crash { journal in
      for (id, number) in [("1", "62811"), ("2", "62811"), ("3", "62812")] {
        try await journal.hear(id, from: number)
      }
    }
    try await crash { journal in
      for _ in 0..<2 {
        let recovery = try await journal.recover(now: .start)
        #expect(recovery.wasUnclean)
      }
    }
    let journal = try Journal.small(folder)
    _ = try await journal.recover(now: .start)
    let work = try await journal.work(for: [1, 2])
    #expect(work.map { $0.events.map(\.attempts) } == [[2, 0], [2]])
  }

  @Test("an unclean stop that nobody saw to is not forgotten by an orderly one")
  func unsettled() async throws {
    try await crash { try await $0.hear("1") }
    try await Journal.small(folder).close()
    let journal = try Journal.small(folder)
    #expect(try await journal.recover(now: .start).wasUnclean)
    try await journal.close()
    let last = try Journal.small(folder)
    #expect(!last.wasUnclean)
  }

  @Test("whoever only looks in changes nothing of how the last daemon ended, closed in order or not")
  func lookedIn() async throws {
    func look(_ isClosed: Bool) async throws -> Bool {
      let journal = try Journal(
        folder: folder.path, reserveBytes: 0, ballastBytes: 0, keepsStopMark: true)
      if isClosed { try await journal.close() }
      return journal.wasUnclean
    }
    let first = try Journal.small(folder)
    try await first.hear("1")
    try await first.close()
    for isClosed in [true, false] { #expect(try await !look(isClosed)) }

    try await crash { journal in
      #expect(!journal.wasUnclean)
      _ = try await journal.recover(now: .start)
    }
    for isClosed in [false, true] { #expect(try await look(isClosed)) }
    let journal = try Journal.small(folder)
    #expect(try await journal.recover(now: .start).wasUnclean)
    #expect(try await journal.work(for: [1]).first?.events.first?.attempts == 1)
    try await journal.close()
  }

  @Test("what was being sent becomes unknown, with an attempt that ended by the crash")
  func unknown() async throws {
    try await crash { journal in
      let ids = try #require(try await journal.hear("1").ids)
      try await journal.answer(ids.inbox, contactID: ids.contact, with: [.text("a"), .text("b")])
      try await journal.begin([1], now: .start)
    }
    let journal = try Journal.small(folder)
    let recovery = try await journal.recover(now: .start + .seconds(1), settle: .seconds(7))
    #expect(recovery.unknown == 1)
    let (row, attempts) = try #require(try await journal.outboxRow(1))
    #expect(row.state == .unknown)
    #expect(row.attempts == 1)
    #expect(row.dueAt == .start + .seconds(8))
    #expect(
      attempts == [.init(n: 1, startedAt: .start, endedAt: .start + .seconds(1), outcome: "crash", code: nil)]
    )
    #expect(try await journal.heads(of: [1]).map(\.id) == [1])
  }

  @Test("a sound file passes the quick check")
  func quickCheck() async throws {
    let journal = try Journal.small(folder)
    try await journal.hear("1")
    #expect(try await journal.quickCheck().isEmpty)
  }

  @Test("a token and the last accepted bot survive a restart")
  func tokensAndBots() async throws {
    let journal = try Journal.small(folder)
    #expect(try await journal.token(clientID: "0009") == nil)
    #expect(try await journal.lastAcceptedBot(channel: channel) == nil)
    try await journal.saveToken("{}", clientID: "0009")
    try await journal.saveToken("{\"value\":1}", clientID: "0009")
    func version(_ n: Int, at time: Timestamp) -> Journal.AcceptedBot {
      Journal.AcceptedBot(hash: "hash\(n)", acceptedAt: time, files: "[\(n)]")
    }
    for n in 0..<30 { try await journal.acceptBot(version(n, at: .start + .seconds(n)), channel: channel) }
    // The clock was set back meanwhile.
    let again = version(25, at: .start + .seconds(3))
    try await journal.acceptBot(again, channel: channel)
    try await journal.close()

    let next = try Journal.small(folder)
    #expect(try await next.token(clientID: "0009") == "{\"value\":1}")
    #expect(try await next.lastAcceptedBot(channel: channel) == again)
    #expect(try await next.value(Int.self, "SELECT count(*) FROM bot") == 20)
  }
}
