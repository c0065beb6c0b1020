import Dialogue
import Foundation
import Gateway
import Journal
import Logging
import Synchronization
import Testing

@testable import Service

@Suite("inquiries") struct InquiryLoopTests {
  /// A provider that knows what it is told to know.
  private final class KnowingProvider: Inquiring {
    private let box: Mutex<(answers: [String: Inquiry], asked: [String])>

    init(_ answers: [String: Inquiry]) { box = Mutex((answers, [])) }

    var asked: [String] { box.withLock { $0.asked } }
    func learn(_ messageID: String, _ answer: Inquiry) { box.withLock { $0.answers[messageID] = answer } }

    func inquire(_ messageID: String, on channel: Channel) async -> Inquiry {
      box.withLock { box in
        box.asked.append(messageID)
        return box.answers[messageID] ?? .notFound(.sample(.rejected))
      }
    }
  }

  private final class Bench: Sendable {
    let journal: Journal
    let clock = WallClock()
    let provider: KnowingProvider
    let outgoing = WokenContacts()
    let queue = ContactQueue()
    let loop: InquiryLoop
    private let folder: TemporaryFolder

    init(_ answers: [String: Inquiry] = [:], isExclusive: Bool = false) throws {
      folder = try TemporaryFolder()
      journal = try Journal(folder: folder.path)
      provider = KnowingProvider(answers)
      let clock = clock
      loop = InquiryLoop(
        journal: journal, gateway: provider, isExclusive: { isExclusive }, bell: Bell(), outgoing: outgoing,
        queue: queue, metrics: InquiryMetrics(), latch: FailureLatch(), logger: .silent,
        now: { clock.now }, sleep: { _ in })
    }

    /// A message that was begun now and ended so.
    func message(_ state: OutboxState, messageID: String? = nil) async throws -> Int64 {
      let now = clock.now
      let made = try await journal.enqueue(
        NewMessage(content: .text("a"), expiresAt: now + .seconds(900)), channel: Samples.channel,
        number: "62811", origin: "agent/\(UUID())", now: now)
      try await journal.begin([made.outboxID], now: now)
      try await journal.move([
        OutboxMove(
          id: made.outboxID, attempt: .init(outcome: "x", code: "x", endedAt: now), state: state,
          dueAt: now + .seconds(90), messageID: messageID, now: now)
      ])
      return made.outboxID
    }

    func orphan(_ messageID: String) async throws {
      _ = try await journal.record(
        IncomingStatus(
          channel: Samples.channel, messageID: messageID, status: "sent", providerAt: nil,
          receivedAt: clock.now, number: "62811"))
    }

    func state(_ id: Int64) async throws -> OutboxState? { try await journal.outboxRow(id)?.row.state }
  }

  @Test("what the provider knows of a message without news moves it as a callback would")
  func news() async throws {
    let bench = try Bench(["out.1": .known([.init(status: .sent, at: nil), .init(status: .read, at: nil)])])
    let id = try await bench.message(.sent, messageID: "out.1")
    await bench.loop.look()
    #expect(bench.provider.asked == [])
    bench.clock.pass(.seconds(600))
    await bench.loop.look()
    #expect(try await bench.state(id) == .read)
    await bench.loop.look()
    #expect(bench.provider.asked == ["out.1"])
  }

  @Test("a message that failed at the provider becomes an event of the customer's")
  func failed() async throws {
    let bench = try Bench(["out.1": .known([.init(status: .failed, at: nil)])])
    let id = try await bench.message(.sent, messageID: "out.1")
    bench.clock.pass(.seconds(600))
    await bench.loop.look()
    #expect(try await bench.state(id) == .failed)
    let work = try await bench.journal.work(for: [1]) { _ in }
    #expect(work.first?.events.count == 1)
  }

  @Test(
    "one the provider does not know yet is asked about after 5 s, 30 s, 2 min and 10 min, then an hour later")
  func notFound() async throws {
    let bench = try Bench()
    _ = try await bench.message(.sent, messageID: "out.1")
    bench.clock.pass(.seconds(600))
    await bench.loop.look()
    for (count, pause) in [5, 30, 120, 600].enumerated() {
      bench.clock.pass(.seconds(Int64(pause)) - .milliseconds(1))
      await bench.loop.look()
      #expect(bench.provider.asked.count == count + 1)
      bench.clock.pass(.milliseconds(1))
      await bench.loop.look()
      #expect(bench.provider.asked.count == count + 2)
    }
    bench.clock.pass(.seconds(900))
    await bench.loop.look()
    #expect(bench.provider.asked.count == 5)
    bench.clock.pass(.seconds(1345))
    await bench.loop.look()
    #expect(bench.provider.asked.count == 6)
  }

  @Test("a channel whose provider cannot be asked is left alone for this time")
  func unreachable() async throws {
    let bench = try Bench(["out.1": .failed(.sample(.notSent)), "out.2": .failed(.sample(.notSent))])
    _ = try await bench.message(.sent, messageID: "out.1")
    _ = try await bench.message(.sent, messageID: "out.2")
    bench.clock.pass(.seconds(600))
    await bench.loop.look()
    #expect(bench.provider.asked == ["out.1"])
    bench.provider.learn("out.1", .known([.init(status: .sent, at: nil)]))
    bench.provider.learn("out.2", .known([.init(status: .sent, at: nil)]))
    await bench.loop.look()
    #expect(bench.provider.asked == ["out.1", "out.1", "out.2"])
  }

  @Test(
    "where nothing else writes, unknown news that the provider confirms settles a message whose answer was lost"
  )
  func orphan() async throws {
    let bench = try Bench(["out.9": .known([.init(status: .sent, at: Samples.now)])], isExclusive: true)
    let id = try await bench.message(.unknown)
    try await bench.orphan("out.9")
    await bench.loop.look()
    let row = try #require(try await bench.journal.outboxRow(id)).row
    #expect(row.state == .sent && row.messageID == "out.9")
    #expect(bench.outgoing.contacts == [1])
  }

  @Test(
    "late news of a message the provider took at another time, or nobody knows when, settles nothing",
    arguments: [-3, 91, nil])
  func older(seconds: Int64?) async throws {
    let takenAt = seconds.map { Samples.now + .seconds($0) }
    let news = [Inquiry.News(status: .sent, at: takenAt), .init(status: .read, at: Samples.now)]
    let bench = try Bench(
      ["out.9": .known(seconds == nil ? [.init(status: .sent, at: nil)] : seconds == 91 ? [news[0]] : news)],
      isExclusive: true)
    let id = try await bench.message(.unknown)
    try await bench.orphan("out.9")
    await bench.loop.look()
    #expect(bench.provider.asked == ["out.9"])
    #expect(try await bench.state(id) == .unknown)
  }

  @Test("news of a message of which news came before the send settles nothing, and nobody is asked")
  func known() async throws {
    let bench = try Bench(["out.9": .known([.init(status: .sent, at: Samples.now)])], isExclusive: true)
    try await bench.orphan("out.9")
    bench.clock.pass(.seconds(10))
    let id = try await bench.message(.unknown)
    _ = try await bench.journal.record(
      IncomingStatus(
        channel: Samples.channel, messageID: "out.9", status: "read", providerAt: nil,
        receivedAt: bench.clock.now, number: "62811"))
    await bench.loop.look()
    #expect(bench.provider.asked == [])
    #expect(try await bench.state(id) == .unknown)
  }

  @Test("unknown news that the provider does not confirm settles nothing")
  func unconfirmed() async throws {
    let bench = try Bench(isExclusive: true)
    let id = try await bench.message(.unknown)
    try await bench.orphan("out.9")
    await bench.loop.look()
    #expect(bench.provider.asked == ["out.9"])
    #expect(try await bench.state(id) == .unknown)
  }

  @Test("where others write too, unknown news is nobody's")
  func shared() async throws {
    let bench = try Bench(["out.9": .known([.init(status: .sent, at: nil)])])
    let id = try await bench.message(.unknown)
    try await bench.orphan("out.9")
    await bench.loop.look()
    #expect(bench.provider.asked == [])
    #expect(try await bench.state(id) == .unknown)
  }
}
