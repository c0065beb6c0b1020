import Dialogue
import GRDB
import Testing

@testable import Journal

@Suite("calls")
struct CallTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let answered = CallOutcome.answered(json: #"{"id": "INV-1"}"#)

  private func request(_ serial: Int) -> CallRequest {
    CallRequest(
      serial: serial, method: "POST", url: "https://erp.lan/orders", headers: ["A": "{secret.k}"],
      body: #"{"n":"\u0000"}"#, timeout: 5000)
  }

  /// A conversation of contact 1 that waits for the call with this serial, after its first message.
  private func call(_ journal: Journal, serial: Int = 7) async throws {
    try await journal.hear("1")
    try await journal.commit([turn(journal, 1, serial)])
  }

  private func turn(_ journal: Journal, _ inboxID: Int64, _ serial: Int) -> TurnRecord {
    var turn = journal.turn(inboxID, contactID: 1, with: [])
    turn.calls = [request(serial)]
    turn.conversation.call = PendingCall(place: StepPlace(scenario: "order", step: "call"), serial: serial)
    return turn
  }

  private func events(_ journal: Journal) async throws -> [Event.Kind] {
    try await journal.work(for: [1]).flatMap { $0.events.map(\.event.kind) }
  }

  @Test("a call is there with its turn, is begun once and ends once, as an event of its conversation")
  func wholeWay() async throws {
    let journal = try Journal.small(folder)
    try await call(journal)
    let waiting = try await journal.waitingCalls(limit: 10)
    #expect(waiting.map(\.request) == [request(7)])
    #expect(waiting.map(\.contactID) == [1])
    #expect(waiting.map(\.attempts) == [0])
    #expect(try await journal.waiting().calls == 1)
    let id = try #require(waiting.first?.id)
    #expect(try await journal.beginCalls([id], now: .start) == [id])
    #expect(try await journal.beginCalls([id], now: .start) == [])
    #expect(try await journal.waitingCalls(limit: 10).isEmpty)
    #expect(try await journal.endCall(id, Self.answered, now: .start) == 1)
    #expect(try await journal.endCall(id, .failed(status: "timeout"), now: .start) == nil)
    #expect(try await events(journal) == [.callEnded(serial: 7, Self.answered)])
    #expect(try await journal.counts().calls == ["ended": 1])
    #expect(try await journal.waiting().calls == 0)
  }

  @Test("a turn that is committed again makes no second call")
  func again() async throws {
    let journal = try Journal.small(folder)
    try await call(journal)
    try await journal.commit([turn(journal, 1, 7)])
    #expect(try await journal.waitingCalls(limit: 10).count == 1)
  }

  @Test("each call has a key of its own")
  func keys() async throws {
    let journal = try Journal.small(folder)
    for n in 1...3 {
      try await journal.hear("\(n)")
      try await journal.commit([turn(journal, Int64(n), n)])
    }
    let keys = try await journal.waitingCalls(limit: 10).map(\.key)
    #expect(Set(keys).count == 3)
    #expect(keys.allSatisfy { $0.utf8.count == 32 })
    #expect(try await journal.waitingCalls(limit: 2).map(\.id) == [1, 2])
  }

  @Test(
    "a call that was under way at a stop is made once more with the same key; one that was lost twice is given up"
  )
  func lost() async throws {
    var keys: [String] = []
    for stop in 0...2 {
      let journal = try Journal.small(folder)
      let recovery = try await journal.recover(now: .start)
      if stop == 0 { try await call(journal) }
      #expect(recovery.lostCalls == (stop == 0 ? 0 : 1))
      let waiting = try await journal.waitingCalls(limit: 10)
      keys += waiting.map(\.key)
      _ = try await journal.beginCalls(waiting.map(\.id), now: .start)
      // Left without being closed, and in order: neither ends the call.
      if stop == 1 { try await journal.close() }
    }
    #expect(keys.count == 2 && Set(keys).count == 1)
    let journal = try Journal.small(folder)
    #expect(try await events(journal) == [.callEnded(serial: 7, .failed(status: "unreachable"))])
  }

  @Test("a call whose end is kept is never made again")
  func ended() async throws {
    for stop in 0...1 {
      let journal = try Journal.small(folder)
      #expect(try await journal.recover(now: .start).lostCalls == 0)
      if stop == 0 {
        try await call(journal)
        _ = try await journal.beginCalls([1], now: .start)
        _ = try await journal.endCall(1, Self.answered, now: .start)
      }
      #expect(try await journal.waitingCalls(limit: 10).isEmpty)
      #expect(try await events(journal) == [.callEnded(serial: 7, Self.answered)])
    }
  }

  @Test("a call's end is found behind any number of messages that wait for it")
  func manyMessages() async throws {
    let journal = try Journal.small(folder)
    try await call(journal)
    for n in 2...150 { try await journal.hear("\(n)") }
    _ = try await journal.beginCalls([1], now: .start)
    _ = try await journal.endCall(1, Self.answered, now: .start)
    let kinds = try await events(journal)
    #expect(kinds.count == 101)
    #expect(kinds.last == .callEnded(serial: 7, Self.answered))
  }

  @Test("messages that wait for a call are not blamed for an unclean stop; its end is")
  func blame() async throws {
    for stop in 0...2 {
      let journal = try Journal.small(folder)
      _ = try await journal.recover(now: .start)
      let attempts = try await journal.work(for: [1]).first?.events.map(\.attempts)
      switch stop {
      case 0:
        try await call(journal)
        try await journal.hear("2")
      case 1:
        #expect(attempts == [0])
        _ = try await journal.beginCalls([1], now: .start)
        _ = try await journal.endCall(1, Self.answered, now: .start)
      default: #expect(attempts == [0, 1])
      }
    }
  }

  @Test("a call that cannot be read still has an end")
  func unreadable() async throws {
    let journal = try Journal.small(folder)
    try await call(journal)
    try await journal.writer.write { db in try db.execute(sql: "UPDATE call SET request = '{'") }
    let waiting = try await journal.waitingCalls(limit: 10)
    #expect(waiting.map(\.request) == [nil])
    _ = try await journal.endCall(1, .failed(status: "unreachable"), now: .start)
    #expect(try await events(journal) == [.callEnded(serial: 7, .failed(status: "unreachable"))])
  }

  @Test("old calls go with the messages of their time; those without an end stay")
  func retention() async throws {
    let journal = try Journal.small(folder)
    for n in 1...2 {
      try await journal.hear("\(n)")
      try await journal.commit([turn(journal, Int64(n), n)])
    }
    _ = try await journal.beginCalls([1, 2], now: .start)
    _ = try await journal.endCall(1, Self.answered, now: .start)
    try await journal.prune(now: .start + .seconds(1000), messages: .seconds(500))
    #expect(try await journal.counts().calls == ["calling": 1])
  }
}
