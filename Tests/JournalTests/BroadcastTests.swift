import Dialogue
import GRDB
import Testing

@testable import Journal

@Suite("broadcasts in the journal")
struct BroadcastTests {
  private let folder: TemporaryFolder
  private let journal: Journal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal.small(folder)
  }

  /// Stores a broadcast to the numbers 62811…, one a line from line 2 on.
  private func store(
    _ count: Int, digest: String = "d", checks: Bool = false, due: Timestamp = .start,
    expires: Duration = .seconds(86_400), sms: Bool = false
  ) async throws -> Int64 {
    let creation = try await journal.createBroadcast(
      NewBroadcast(
        channel: channel, name: "promo",
        template: MessageTemplate(name: "templ_uat_2", sms: sms ? .init(name: "s") : nil), rate: 10,
        checksNumbers: checks, digest: digest, dueAt: due, expiresAt: due + expires,
        rows: (0..<count).map {
          BroadcastRow(
            line: $0 + 2, number: "\(62811 + $0)", places: .init(params: ["Ani \($0)", "besok"], header: "H"))
        }), again: false, now: .start)
    guard case .created(let id) = creation else { throw Unexpected(creation: creation) }
    return id
  }

  private struct Unexpected: Error { var creation: BroadcastCreation }

  private func running(_ count: Int, expires: Duration = .seconds(86_400)) async throws -> Int64 {
    let id = try await store(count, expires: expires)
    try await journal.startBroadcast(id, now: .start)
    return id
  }

  private func states(_ id: Int64) async throws -> [String: Int] {
    try #require(try await journal.broadcast(id)).tally.states
  }

  private func state(_ id: Int64) async throws -> BroadcastState {
    try #require(try await journal.broadcast(id)).broadcast.state
  }

  private func end(
    _ outboxID: Int64, _ state: OutboxState, outcome: String, code: String = "200", messageID: String? = nil
  ) async throws {
    try await journal.begin([outboxID], now: .start)
    let result = try await journal.move([
      OutboxMove(
        id: outboxID, attempt: .init(outcome: outcome, code: code, endedAt: .start), state: state,
        reason: state == .sent ? nil : "why", dueAt: .start, messageID: messageID, now: .start)
    ])
    #expect(result.undelivered.isEmpty)
  }

  private func optOut(contact: Int64, inbox: Int64) async throws {
    var turn = journal.turn(inbox, contactID: contact, with: [])
    turn.optsOut = true
    try await journal.commit([turn])
  }

  @Test("its rows are handed over in the file's order, each once, as the template with its places filled")
  func feed() async throws {
    let id = try await running(3)
    #expect(try await journal.feedBroadcast(id, limit: 2, now: .start).count == 2)
    #expect(try await states(id) == ["queued": 2, "waiting": 1])
    let contacts = try await journal.feedBroadcast(id, limit: 2, now: .start)
    #expect(try await journal.feedBroadcast(id, limit: 2, now: .start).isEmpty)
    let row = try #require(try await journal.heads(of: contacts).first)
    #expect(row.number == "62813")
    #expect(row.lane == .broadcast)
    #expect(row.origin == "broadcast/\(id)/4")
    #expect(row.expiresAt == .start + .seconds(86_400))
    #expect(
      row.content
        == .template(MessageTemplate(name: "templ_uat_2", params: ["Ani 2", "besok"], header: "H")))
    #expect(try await journal.outlook(try #require(try await journal.broadcast(id)).broadcast).ahead == 3)
  }

  @Test("nothing is handed over before its time, and nothing after")
  func times() async throws {
    let id = try await store(2, due: .start + .seconds(60), expires: .seconds(60))
    try await journal.startBroadcast(id, now: .start + .seconds(59))
    #expect(try await state(id) == .planned)
    #expect(try await journal.feedBroadcast(id, limit: 1, now: .start).isEmpty)
    try await journal.startBroadcast(id, now: .start + .seconds(60))
    #expect(try await state(id) == .running)
    #expect(try await journal.feedBroadcast(id, limit: 1, now: .start + .seconds(60)).count == 1)
    #expect(try await journal.feedBroadcast(id, limit: 1, now: .start + .seconds(120)).isEmpty)
    #expect(try await !journal.endBroadcast(id, now: .start + .seconds(120)))
    try await end(1, .sent, outcome: "accepted", messageID: "m")
    #expect(try await journal.endBroadcast(id, now: .start + .seconds(120)))
    #expect(try await states(id) == ["sent": 1, "expired": 1])
    #expect(try await journal.broadcast(id)?.broadcast.reason == "its time was over")
  }

  @Test("it ends when every row has an end, and not while an answer is awaited")
  func ending() async throws {
    let id = try await running(2)
    _ = try await journal.feedBroadcast(id, limit: 2, now: .start)
    try await end(1, .sent, outcome: "accepted", messageID: "m")
    try await end(2, .unknown, outcome: "ambiguous")
    #expect(try await !journal.endBroadcast(id, now: .start))
    _ = try await journal.move([OutboxMove(id: 2, state: .uncertain, dueAt: .start, now: .start)])
    #expect(try await journal.endBroadcast(id, now: .start + .seconds(1)))
    #expect(try await states(id) == ["sent": 1, "uncertain": 1])
    #expect(try await journal.openBroadcasts().isEmpty)
    _ = try await journal.hearStatus("delivered", of: "m", providerAt: .start + .seconds(3))
    let ends = try await journal.broadcastEnds(id, after: 0, limit: 10)
    #expect(ends.map(\.state) == ["delivered", "uncertain"])
    #expect(ends[0].messageID == "m")
    #expect(ends[0].sentAt == Timestamp.start.milliseconds)
    #expect(ends[0].deliveredAt == (Timestamp.start + .seconds(3)).milliseconds)
    #expect(ends[0].readAt == nil)
    #expect(try await journal.broadcastEnds(id, after: 2, limit: 10).map(\.line) == [3])
  }

  @Test("who opted out is skipped, also where the message waits for its send already")
  func optedOut() async throws {
    let before = try #require(try await journal.hear("1", from: "62811").ids)
    let after = try #require(try await journal.hear("2", from: "62812").ids)
    try await optOut(contact: before.contact, inbox: before.inbox)
    #expect(
      try await journal.broadcastObstacles(["62811", "62812"], channel: channel, hasSMS: false, now: .start)
        == ["62811": "opted out"])
    let id = try await running(2)
    #expect(try await journal.feedBroadcast(id, limit: 9, now: .start) == [after.contact])
    try await optOut(contact: after.contact, inbox: after.inbox)
    #expect(try await journal.begin([1], now: .start) == [])
    #expect(try await states(id) == ["skipped": 2])
    #expect(
      try await journal.broadcastEnds(id, after: 0, limit: 9).map(\.reason) == ["opted out", "opted out"])
  }

  @Test("who cannot be reached is skipped for 30 days, unless there is an SMS")
  func unreachable() async throws {
    let id = try await running(1)
    _ = try await journal.feedBroadcast(id, limit: 1, now: .start)
    try await journal.begin([1], now: .start)
    _ = try await journal.move([
      OutboxMove(
        id: 1, attempt: .init(outcome: "unreachable", code: "601", endedAt: .start), state: .dead,
        dueAt: .start, isUnreachable: true, now: .start)
    ])
    func obstacle(_ days: Int64, sms: Bool = false) async throws -> String? {
      try await journal.broadcastObstacles(
        ["62811"], channel: channel, hasSMS: sms, now: .start + .seconds(days * 86_400))["62811"]
    }
    #expect(try await obstacle(29) == "not reachable, as the provider said in the last 30 days")
    #expect(try await obstacle(30) == nil)
    #expect(try await obstacle(1, sms: true) == nil)
  }

  @Test("a pause takes back what is not being sent, and after it each row is still sent once")
  func pause() async throws {
    let id = try await running(3)
    _ = try await journal.feedBroadcast(id, limit: 2, now: .start)
    try await journal.begin([1], now: .start)
    #expect(try await journal.pauseBroadcast(id) == .done)
    #expect(try await states(id) == ["sending": 1, "waiting": 2])
    #expect(try await journal.begin([2], now: .start) == [])
    #expect(try await journal.feedBroadcast(id, limit: 9, now: .start).isEmpty)
    #expect(try await journal.pauseBroadcast(id) == .refused(.paused))
    #expect(try await journal.resumeBroadcast(id, now: .start) == .done)
    try await journal.startBroadcast(id, now: .start)
    #expect(try await journal.feedBroadcast(id, limit: 9, now: .start).count == 2)
    #expect(try await states(id) == ["sending": 1, "queued": 2])
    #expect(try await journal.pauseBroadcast(99) == .notFound)
    #expect(try await journal.pauseBroadcast(id) == .done)
    #expect(try await journal.resumeBroadcast(id, now: .start + .seconds(86_400)) == .tooLate)
  }

  @Test("a cancelled one sends nothing more, and every row has an end")
  func cancel() async throws {
    let id = try await running(3)
    _ = try await journal.feedBroadcast(id, limit: 2, now: .start)
    try await journal.begin([1], now: .start)
    #expect(try await journal.cancelBroadcast(id, now: .start) == .done)
    #expect(try await states(id) == ["sending": 1, "cancelled": 2])
    #expect(try await journal.resumeBroadcast(id, now: .start) == .refused(.cancelled))
  }

  @Test("five refusals in a row for one reason pause it, and it says why")
  func refused() async throws {
    let id = try await running(8)
    _ = try await journal.feedBroadcast(id, limit: 7, now: .start)
    for outboxID in 1...3 as ClosedRange<Int64> {
      try await end(outboxID, .dead, outcome: "permanent", code: "404")
    }
    try await end(4, .dead, outcome: "permanent", code: "400")
    #expect(try await state(id) == .running)
    for outboxID in 5...7 as ClosedRange<Int64> {
      try await end(outboxID, .dead, outcome: "permanent", code: "400")
    }
    #expect(try await state(id) == .running)
    _ = try await journal.feedBroadcast(id, limit: 1, now: .start)
    try await end(8, .dead, outcome: "permanent", code: "400")
    #expect(try await state(id) == .paused)
    #expect(
      try await journal.broadcast(id)?.broadcast.reason == "5 messages in a row were refused (400). why")
    #expect(try await journal.resumeBroadcast(id, now: .start) == .done)
    #expect(try await journal.broadcast(id)?.broadcast.reason == nil)
  }

  @Test("what is accepted in between keeps it going")
  func refusedNotInRow() async throws {
    let id = try await running(9)
    _ = try await journal.feedBroadcast(id, limit: 9, now: .start)
    for outboxID in 1...9 as ClosedRange<Int64> {
      if outboxID == 5 {
        try await end(5, .sent, outcome: "accepted", messageID: "m")
      } else {
        try await end(outboxID, .dead, outcome: "permanent", code: "400")
      }
    }
    #expect(try await state(id) == .running)
    #expect(try await journal.broadcast(id)?.broadcast.hasSent == true)
  }

  @Test("the same file and template again within a day is a repeat, also while the first waits")
  func repeats() async throws {
    let id = try await store(1)
    func again(_ force: Bool, after seconds: Int64) async throws -> BroadcastCreation {
      try await journal.createBroadcast(
        NewBroadcast(
          channel: channel, name: nil, template: MessageTemplate(name: "t"), rate: 1, checksNumbers: false,
          digest: "d", dueAt: .start, expiresAt: .start + .seconds(9),
          rows: [BroadcastRow(line: 2, number: "62811", places: .init())]), again: force,
        now: .start + .seconds(seconds))
    }
    #expect(try await again(false, after: 1) == .repeats(id, createdAt: .start))
    #expect(try await again(false, after: 200_000) == .repeats(id, createdAt: .start))
    #expect(try await again(true, after: 2) == .created(id + 1))
    _ = try await journal.cancelBroadcast(id, now: .start)
    _ = try await journal.cancelBroadcast(id + 1, now: .start)
    #expect(try await again(false, after: 86_000) == .repeats(id + 1, createdAt: .start + .seconds(2)))
    #expect(try await again(false, after: 87_000) == .created(id + 2))
  }

  @Test("what was not stored to its end is gone at the next start, and nothing of it is sent")
  func halfStored() async throws {
    let id = try await store(1)
    try await journal.writer.write { db in
      try db.execute(sql: "UPDATE broadcast SET state = 'storing' WHERE id = ?", arguments: [id])
    }
    #expect(try await journal.openBroadcasts().isEmpty)
    try await journal.startBroadcast(id, now: .start)
    #expect(try await journal.feedBroadcast(id, limit: 1, now: .start).isEmpty)
    _ = try await journal.recover(now: .start)
    #expect(try await journal.value(Int.self, "SELECT count(*) FROM broadcast_row") == 0)
    #expect(try await store(1) > id)
  }

  @Test("a broadcast's message that waits holds no answer back, and one that is being sent does")
  func answersFirst() async throws {
    let ids = try #require(try await journal.hear("1", from: "62811").ids)
    let id = try await running(1)
    _ = try await journal.feedBroadcast(id, limit: 1, now: .start)
    try await journal.answer(ids.inbox, contactID: ids.contact, with: [.text("a")])
    #expect(try await journal.heads(of: [ids.contact]).map(\.id) == [2])
    try await journal.begin([1], now: .start)
    #expect(try await journal.heads(of: [ids.contact]).map(\.id) == [1])
    try await end(1, .unknown, outcome: "ambiguous")
    #expect(try await journal.heads(of: [ids.contact]).map(\.id) == [2])
    _ = try await journal.sendAccepted(2, messageID: "m")
    #expect(try await journal.heads(of: [ids.contact]).map(\.id) == [1])
  }

  @Test("nobody sends a message of a broadcast again whose answer was lost")
  func noRetry() async throws {
    let id = try await running(1)
    _ = try await journal.feedBroadcast(id, limit: 1, now: .start)
    try await journal.begin([1], now: .start)
    _ = try await journal.recover(now: .start, settle: .seconds(90))
    #expect(try await journal.retry(1, expiresAt: .start, now: .start) == .refused(.unknown))
    _ = try await journal.move([OutboxMove(id: 1, state: .uncertain, dueAt: .start, now: .start)])
    #expect(try await journal.retry(1, expiresAt: .start, now: .start) == .refused(.uncertain))
    #expect(try await states(id) == ["uncertain": 1])
  }

  @Test("what is old goes as a whole: the broadcast, its rows and its messages")
  func retention() async throws {
    let id = try await running(2)
    _ = try await journal.feedBroadcast(id, limit: 1, now: .start)
    try await end(1, .sent, outcome: "accepted", messageID: "m")
    let later = Timestamp.start + .seconds(100 * 86_400)
    try await journal.prune(now: later, messages: .seconds(86_400))
    #expect(try await states(id) == ["sent": 1, "waiting": 1])
    _ = try await journal.cancelBroadcast(id, now: .start)
    try await journal.prune(now: later, messages: .seconds(86_400))
    #expect(try await journal.broadcast(id) == nil)
    #expect(try await journal.value(Int.self, "SELECT count(*) FROM broadcast_row") == 0)
    #expect(try await journal.value(Int.self, "SELECT count(*) FROM outbox") == 0)
  }

  @Test("numbers that are checked are handed over, the others are not, and the invalid ones are skipped")
  func checks() async throws {
    let id = try await store(3, checks: true)
    try await journal.startBroadcast(id, now: .start)
    #expect(try await journal.feedBroadcast(id, limit: 9, now: .start).isEmpty)
    #expect(try await journal.uncheckedNumbers(id, limit: 2).map(\.line) == [2, 3])
    try await journal.checkedNumbers(id, obstacles: [2: "not on WhatsApp", 3: nil])
    #expect(try await journal.feedBroadcast(id, limit: 9, now: .start).count == 1)
    #expect(try await states(id) == ["skipped": 1, "queued": 1, "waiting": 1])
    #expect(try await !journal.endBroadcast(id, now: .start))
  }
}
