import Dialogue
import Gateway
import Journal
import Synchronization
import Testing

@testable import Service

@Suite("broadcasts run by themselves", .timeLimit(.minutes(1)))
struct BroadcastLoopTests {
  private let folder: TemporaryFolder
  private let time = TestTime()
  private let log = RecordedLog()

  init() throws { folder = try TemporaryFolder() }

  private func store(
    _ count: Int, in journal: Journal, rate: Double = 10, checks: Bool = false, due: Duration = .zero,
    life: Duration = .seconds(86_400)
  ) async throws -> Int64 {
    let creation = try await journal.createBroadcast(
      NewBroadcast(
        channel: .sample, name: nil, template: MessageTemplate(name: "t"), rate: rate, checksNumbers: checks,
        digest: "\(rate)", dueAt: .start + due, expiresAt: .start + due + life,
        rows: (0..<count).map {
          BroadcastRow(line: $0 + 2, number: "\(628_110_000 + $0)", places: .init(params: ["\($0)"]))
        }), again: false, now: .start)
    guard case .created(let id) = creation else { return 0 }
    return id
  }

  private func loop(_ journal: Journal, outgoing: any Outgoing = WokenContacts()) -> BroadcastLoop {
    BroadcastLoop(
      journal: journal, outgoing: outgoing, latch: FailureLatch(), logger: log.logger(), clock: time.clock)
  }

  private func accept(_ ids: Range<Int64>, in journal: Journal) async throws {
    for id in ids {
      try await journal.begin([id], now: time.now.wall)
      _ = try await journal.move([
        OutboxMove(
          id: id, attempt: .init(outcome: "accepted", code: "200", endedAt: time.now.wall), state: .sent,
          dueAt: time.now.wall, messageID: "m\(id)", now: time.now.wall)
      ])
    }
  }

  private func tally(_ id: Int64, _ journal: Journal) async throws -> BroadcastTally {
    try #require(try await journal.broadcast(id)).tally
  }

  @Test(
    "five rows go first; once the provider took one, it goes on at its own rate and some seconds ahead at most"
  )
  func pace() async throws {
    let journal = try Journal(folder: folder.path)
    let id = try await store(1000, in: journal)
    let loop = loop(journal)
    var desk = BroadcastDesk()
    for _ in 0..<20 {
      try await loop.round(&desk)
      time.advance(by: BroadcastLoop.tick)
    }
    #expect(try await tally(id, journal)["queued"] == 5)
    try await accept(1..<6, in: journal)
    // Its stock is what half a second gives.
    try await loop.round(&desk)
    #expect(try await tally(id, journal)["queued"] == 5)
    for _ in 0..<15 {
      time.advance(by: BroadcastLoop.tick)
      try await loop.round(&desk)
    }
    #expect(try await tally(id, journal)["queued"] == 35)
    for _ in 0..<100 {
      time.advance(by: BroadcastLoop.tick)
      try await loop.round(&desk)
    }
    #expect(try await tally(id, journal)["queued"] == 50)
    try await journal.close()
  }

  @Test(
    "one that is planned begins when its time has come, also where the clock was set, and ends with its last row"
  )
  func planned() async throws {
    let journal = try Journal(folder: folder.path)
    let id = try await store(2, in: journal, due: .seconds(3600))
    let loop = loop(journal)
    var desk = BroadcastDesk()
    try await loop.round(&desk)
    time.advance(by: .seconds(3599))
    try await loop.round(&desk)
    #expect(try await journal.broadcast(id)?.broadcast.state == .planned)
    time.advance(by: .seconds(40_000))
    for _ in 0..<2 { try await loop.round(&desk) }
    #expect(try await tally(id, journal)["queued"] == 2)
    try await accept(1..<3, in: journal)
    try await loop.round(&desk)
    #expect(try await journal.broadcast(id)?.broadcast.state == .done)
    #expect(try await journal.broadcast(id)?.broadcast.reason == nil)
    try await journal.close()
  }

  @Test("what was not sent in its time is not sent, also if it was paused")
  func over() async throws {
    let journal = try Journal(folder: folder.path)
    let id = try await store(2, in: journal, life: .seconds(100))
    _ = try await journal.pauseBroadcast(id)
    let loop = loop(journal)
    var desk = BroadcastDesk()
    time.advance(by: .seconds(99))
    try await loop.round(&desk)
    #expect(try await journal.broadcast(id)?.broadcast.state == .paused)
    time.advance(by: .seconds(1))
    try await loop.round(&desk)
    #expect(try await tally(id, journal).states == ["expired": 2])
    try await journal.close()
  }

  /// Answers by what the template is filled with.
  private final class Scripted: Gateway {
    private let answer: @Sendable (Int) -> SendResult
    private let seen = Mutex<[String: Int]>([:])

    init(_ answer: @escaping @Sendable (Int) -> SendResult) { self.answer = answer }

    /// How often each customer was sent to.
    var sends: [String: Int] { seen.withLock { $0 } }

    func send(_ message: OutboundMessage) async -> SendResult {
      seen.withLock { $0[message.recipient, default: 0] += 1 }
      guard case .template(let template) = message.content, let n = template.params.first.flatMap({ Int($0) })
      else { return .sample(.accepted) }
      return answer(n)
    }
  }

  /// Runs loop and sender until `isDone`, while time goes on.
  private func running(
    _ gateway: any Gateway, _ isDone: @Sendable (Journal) async throws -> Bool,
    prepare: @Sendable (Journal) async throws -> Void
  ) async throws {
    let folder = folder
    try await SenderBench.run(
      gateway, time: time, folder: folder.path, prepare: { journal, _ in try await prepare(journal) }
    ) {
      bench in
      let loop = loop(bench.journal, outgoing: bench.sender)
      var desk = BroadcastDesk()
      while try await !isDone(bench.journal) {
        try await loop.round(&desk)
        time.advance(by: .milliseconds(100))
        await Task.yield()
      }
    }
  }

  @Test(
    "each row is sent once: an answer that was lost is uncertain in the end, what was not sent is tried again"
  )
  func ends() async throws {
    let gateway = Scripted { n in
      switch n % 20 {
      case 7: .sample(.ambiguous)
      case 11: SendResult(.ambiguous, code: "700", detail: "One leg.", mayResend: false)
      case 13: .sample(.unreachable)
      default: .sample(.accepted)
      }
    }
    try await running(gateway) {
      try await $0.broadcast(1)?.broadcast.state == .done
    } prepare: {
      _ = try await store(200, in: $0, rate: 100)
    }
    let journal = try Journal(folder: folder.path)
    let tally = try await tally(1, journal)
    #expect(tally.states == ["sent": 170, "uncertain": 20, "dead": 10])
    #expect(gateway.sends.count == 200)
    #expect(gateway.sends.values.allSatisfy { $0 == 1 })
    try await journal.close()
  }

  @Test("a template that the provider does not know costs few calls: it pauses itself and tells")
  func refused() async throws {
    let gateway = Scripted { _ in SendResult(.permanent, code: "404", detail: "No such template.") }
    try await running(gateway) {
      try await $0.broadcast(1)?.broadcast.state == .paused
    } prepare: {
      _ = try await store(1000, in: $0, rate: 1000)
    }
    let journal = try Journal(folder: folder.path)
    #expect(gateway.sends.count == 5)
    #expect(
      try await journal.broadcast(1)?.broadcast.reason
        == "5 messages in a row were refused (404). No such template.")
    #expect(try await tally(1, journal).states == ["dead": 5, "waiting": 995])
    try await journal.close()
  }

  /// Knows who is on WhatsApp by the last digit.
  private struct Checker: NumberChecking {
    func check(_ number: String, on channel: Channel) async -> NumberCheck {
      number.hasSuffix("3") ? .invalid(.sample(.unreachable)) : .valid
    }
  }

  @Test("numbers that are checked first are not sent to where they are not on WhatsApp")
  func checked() async throws {
    let gateway = Scripted { _ in .sample(.accepted) }
    let (time, log) = (time, log)
    try await SenderBench.run(gateway, time: time, folder: folder.path) { bench in
      let id = try await store(30, in: bench.journal, rate: 100, checks: true)
      let loop = loop(bench.journal, outgoing: bench.sender)
      let checks = BroadcastChecks(
        journal: bench.journal, checking: Checker(), latch: FailureLatch(), logger: log.logger(),
        clock: time.clock)
      var (desk, checkDesk) = (BroadcastDesk(), BroadcastDesk())
      var failures: [Int64: [Int: Int]] = [:]
      while try await bench.journal.broadcast(id)?.broadcast.state != .done {
        _ = try await checks.round(&checkDesk, &failures)
        try await loop.round(&desk)
        time.advance(by: .milliseconds(100))
        await Task.yield()
      }
      #expect(try await tally(id, bench.journal).states == ["sent": 27, "skipped": 3])
      let ends = try await bench.journal.broadcastEnds(id, after: 0, limit: 99)
      #expect(ends.filter { $0.state == "skipped" }.allSatisfy { $0.reason == "not on WhatsApp" })
    }
    #expect(gateway.sends.keys.allSatisfy { !$0.hasSuffix("3") })
  }
}
