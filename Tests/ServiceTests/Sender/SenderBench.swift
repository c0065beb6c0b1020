import Dialogue
import Foundation
import Gateway
import Journal
import Logging
import ServiceLifecycle
import Synchronization

@testable import Service

/// A sender at work over a real journal in a folder of its own.
struct SenderBench {
  let journal: Journal
  let sender: Sender
  let time: TestTime
  let undelivered: Mailbox

  /// Contacts the sender reported.
  final class Mailbox: Sendable {
    private let box = Mutex<[Int64]>([])
    var contacts: [Int64] { box.withLock { $0 } }
    func add(_ contacts: [Int64]) { box.withLock { $0 += contacts } }
  }

  /// Runs `body`, then shuts the sender down gracefully; whatever it had begun is recorded then.
  static func run<Result: Sendable>(
    _ gateway: any Gateway, settings: SenderSettings = SenderSettings(gateway: .unlimited),
    time: TestTime = TestTime(), folder: String? = nil, logger: Logger = .silent,
    prepare: @Sendable (Journal, Timestamp) async throws -> Void = { _, _ in },
    _ body: @Sendable (SenderBench) async throws -> Result
  ) async throws -> Result {
    let own = NSTemporaryDirectory() + "balas-sender-\(UUID().uuidString)"
    defer { if folder == nil { try? FileManager.default.removeItem(atPath: own) } }
    let journal = try Journal(folder: folder ?? own)
    try await prepare(journal, time.now.wall)
    let undelivered = Mailbox()
    let sender = Sender(
      journal: journal, gateway: gateway, mediaPath: { "/media/\($0)" }, settings: settings,
      clock: time.clock, logger: logger, onUndelivered: { undelivered.add($0) })
    let bench = SenderBench(journal: journal, sender: sender, time: time, undelivered: undelivered)
    let group = ServiceGroup(configuration: .init(services: [.init(service: sender)], logger: .silent))
    let result = try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      let result = try await body(bench)
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
      return result
    }
    try await journal.close()
    return result
  }

  /// Puts a message for `number` into the outbox and wakes the sender.
  @discardableResult
  func queue(
    _ content: Content, to number: String = "628989229471", lane: Lane = .agent,
    expires: Duration = .seconds(900)
  ) async throws -> Int64 {
    let now = time.now.wall
    let made = try await journal.enqueue(
      NewMessage(content: content, lane: lane, expiresAt: now + expires), channel: .sample, number: number,
      origin: "agent/\(UUID().uuidString)", now: now)
    sender.wake([made.contactID])
    return made.outboxID
  }

  @discardableResult
  func queue(_ text: String, to number: String = "628989229471", expires: Duration = .seconds(900))
    async throws
    -> Int64
  {
    try await queue(.text(text), to: number, expires: expires)
  }

  /// Returns once the message stands in `state`.
  func reached(_ state: OutboxState, _ id: Int64) async throws -> OutboxRow {
    while true {
      if let found = try await journal.outboxRow(id), found.row.state == state { return found.row }
      await Task.yield()
    }
  }
}
