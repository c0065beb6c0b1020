import Dialogue
import GRDB
import Testing

@testable import Journal

struct OutboxTests {
  let folder: TemporaryFolder
  let journal: Journal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal.small(folder)
  }

  /// Two contacts: the first has a text, a picture and a text to come, the second one text.
  private func fill() async throws {
    let first = try #require(try await journal.hear("1", from: "62811").ids)
    let second = try #require(try await journal.hear("2", from: "62812").ids)
    try await journal.answer(
      first.inbox, contactID: first.contact, with: [.text("a"), .picture, .text("c")])
    try await journal.answer(second.inbox, contactID: second.contact, with: [.text("d")])
  }

  private func move(
    _ id: Int64, to state: OutboxState, outcome: String? = "not-sent", consumes: Bool = true,
    isResend: Bool = false, at now: Timestamp = .start
  ) async throws -> [Int64] {
    try await journal.move([
      OutboxMove(
        id: id, attempt: outcome.map { .init(outcome: $0, code: "x", endedAt: now) }, state: state,
        reason: "why", dueAt: now + .seconds(5), consumesAttempt: consumes, isResend: isResend, now: now)
    ]).undelivered
  }

  @Test(
    "each contact's head is its oldest message that is not at an end",
    arguments: [
      (OutboxState.queued, true), (.sending, true), (.unknown, true), (.sent, false), (.dead, false),
      (.expired, false), (.held, false),
    ])
  func heads(state: OutboxState, holdsBack: Bool) async throws {
    try await fill()
    #expect(try await journal.contactsWithOutbound() == [1, 2])
    if state != .queued { try await journal.begin([1], now: .start) }
    if state != .sending { _ = try await move(1, to: state) }
    let heads = try await journal.heads(of: [2, 1, 77])
    #expect(heads.map(\.id) == [4, holdsBack ? 1 : 2])
    #expect(heads.map(\.number) == ["62812", "62811"])
    #expect(state.holdsBack == holdsBack)
  }

  @Test("begin opens an attempt, and a move ends it")
  func attempts() async throws {
    try await fill()
    #expect(try await journal.begin([1, 4], now: .start) == [1, 4])
    _ = try await move(1, to: .queued, outcome: "throttled", consumes: false)
    #expect(try await journal.begin([1, 4, 99], now: .start + .seconds(1)) == [1])
    _ = try await move(1, to: .unknown, outcome: "ambiguous", at: .start + .seconds(2))
    _ = try await move(1, to: .queued, outcome: nil, isResend: true)
    let (row, attempts) = try #require(try await journal.outboxRow(1))
    #expect(row.attempts == 1)
    #expect(row.resends == 1)
    #expect(row.dueAt == .start + .seconds(5))
    #expect(row.reason == "why")
    let second = Timestamp.start + .seconds(1)
    let third = Timestamp.start + .seconds(2)
    let expected: [Journal.Attempt] = [
      .init(n: 1, startedAt: .start, endedAt: .start, outcome: "throttled", code: "x"),
      .init(n: 2, startedAt: second, endedAt: third, outcome: "ambiguous", code: "x"),
    ]
    #expect(attempts == expected)
  }

  @Test("a message that ends badly is one event for the bot", arguments: [OutboxState.dead, .expired])
  func undelivered(end: OutboxState) async throws {
    try await fill()
    try await journal.begin([1], now: .start)
    #expect(try await move(1, to: end) == [1])
    #expect(try await move(1, to: end) == [])
    let work = try #require(try await journal.work(for: [1]).first)
    #expect(work.events.map(\.event.kind) == [.undelivered(outboxID: 1, reason: "why", note: nil)])
  }

  @Test("a move of a message that is at an end changes nothing")
  func ended() async throws {
    try await fill()
    _ = try await journal.sendAccepted(1, messageID: "out.1")
    _ = try await move(1, to: .queued)
    #expect(try await journal.state(of: 1) == .sent)
  }

  @Test("after a picture the next message knows when it was accepted, until there is news of the picture")
  func mediaBefore() async throws {
    try await fill()
    #expect(try await journal.heads(of: [1]).first?.mediaBeforeAcceptedAt == nil)
    _ = try await journal.sendAccepted(1, messageID: "out.1")
    #expect(try await journal.heads(of: [1]).first?.mediaBeforeAcceptedAt == nil)
    _ = try await journal.sendAccepted(2, messageID: "out.2", at: .start + .seconds(3))
    #expect(try await journal.heads(of: [1]).first?.mediaBeforeAcceptedAt == .start + .seconds(3))
    _ = try await journal.hearStatus("sent", of: "out.2")
    #expect(try await journal.heads(of: [1]).first?.mediaBeforeAcceptedAt == nil)
  }

  @Test("a message of a person is queued once by its origin, for a customer who may be new")
  func enqueue() async throws {
    let message = NewMessage(content: .text("Kak?"), lane: .agent, expiresAt: .start + .seconds(60))
    let first = try await journal.enqueue(
      message, channel: channel, number: "62899", origin: "agent/1", now: .start)
    let again = try await journal.enqueue(
      message, channel: channel, number: "62899", origin: "agent/1", now: .start)
    #expect(first == again)
    let row = try #require(try await journal.heads(of: [first.contactID]).first)
    #expect(row.lane == .agent)
    #expect(row.inboxID == nil)
    #expect(row.number == "62899")
  }

  @Test("heads are found by the index of what waits")
  func index() async throws {
    let plan = try await journal.read { db in
      try String.fetchAll(
        db,
        sql: """
          EXPLAIN QUERY PLAN SELECT id FROM outbox WHERE contact_id = 1 AND \(Schema.isWaiting) ORDER BY id LIMIT 1
          """, adapter: SuffixRowAdapter(fromIndex: 3))
    }
    #expect(plan.joined().contains("outbox_waiting"))
  }

  @Test("the message accepted last is found without a walk over those that never were")
  func acceptedIndex() async throws {
    let plan = try await journal.read { db in
      try String.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + Journal.lastAccepted, arguments: [1, 2],
        adapter: SuffixRowAdapter(fromIndex: 3))
    }
    #expect(plan.joined().contains("outbox_accepted"), "\(plan)")
  }

  @Test("moving a message builds no table aside")
  func noTableAside() async throws {
    let steps = try await journal.read { db in
      try String.fetchAll(
        db, sql: "EXPLAIN UPDATE outbox SET state = 'sending' WHERE id = 1",
        adapter: SuffixRowAdapter(fromIndex: 1))
    }
    #expect(!steps.isEmpty && !steps.contains { $0.contains("Ephemeral") })
  }
}
