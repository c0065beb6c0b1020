import Dialogue
import Journal
import Logging
import Outcall
import ServiceLifecycle
import TestSupport
import Testing

@testable import Service

@Suite("calls", .timeLimit(.minutes(1)))
struct CallLoopTests {
  private let folder: TemporaryFolder
  private let log = RecordedLog()

  init() throws { folder = try TemporaryFolder() }

  /// Puts a call of contact 1, 2, … into the journal for each number.
  private func queue(_ count: Int, port: Int, in journal: Journal) async throws {
    for n in 1...count {
      let message = IncomingMessage(
        channel: Samples.channel, messageID: "\(n)", number: "62\(n)", text: "pesan", providerAt: nil,
        receivedAt: Samples.now)
      guard case .new(let contactID, let inboxID) = try await journal.accept(message) else { continue }
      var turn = TurnRecord(
        contactID: contactID, channel: Samples.channel, number: "62\(n)", inboxID: inboxID,
        disposition: .done,
        bot: "v1", conversation: Conversation(), contactVars: [:], reason: Reason(winner: .scenario("order")),
        messages: [], now: Samples.now)
      turn.calls = [
        CallRequest(
          serial: n, method: "POST", url: "http://127.0.0.1:\(port)/\(n)", headers: [:], body: "{}",
          timeout: 20_000)
      ]
      try await journal.commit([turn])
    }
  }

  /// Runs the loop for the length of `body`, then stops it gracefully.
  private func running(
    _ journal: Journal, port: Int, queue: ContactQueue = ContactQueue(),
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    _ body: (Bell) async throws -> Void
  ) async throws {
    let bell = Bell()
    let loop = CallLoop(
      journal: journal, client: ServiceClient(),
      hosts: { [AllowedHost("127.0.0.1:\(port)", isLocal: true)].compactMap(\.self) }, secret: { _ in nil },
      bell: bell, queue: queue, metrics: CallMetrics(registry: PrometheusRegistry()), latch: FailureLatch(),
      logger: log.logger(), now: { Samples.now }, sleep: sleep)
    let group = ServiceGroup(configuration: .init(services: [.init(service: loop)], logger: .silent))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      do { try await body(bell) } catch {
        await group.triggerGracefulShutdown()
        throw error
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  private func ended(_ count: Int, in journal: Journal) async throws {
    while try await journal.counts().calls["ended"] != count { await Task.yield() }
  }

  @Test("calls of the last process are made at once, and their contacts have work then")
  func start() async throws {
    let journal = try Journal(folder: folder.path)
    try await ScriptedServer.run { _ in
      .answer(http: 200, body: "{}")
    } _: { service in
      try await queue(2, port: service.port, in: journal)
      let contacts = ContactQueue()
      try await running(journal, port: service.port, queue: contacts) { _ in
        try await ended(2, in: journal)
        #expect(Set(service.requests.map(\.path)) == ["/1", "/2"])
        var woken: Set<Int64> = []
        while woken.count < 2 { woken.formUnion(await contacts.take(2) ?? []) }
        #expect(woken == [1, 2])
      }
    }
  }

  @Test("no more than sixteen calls are under way, and each that ends lets another one begin")
  func atOnce() async throws {
    let journal = try Journal(folder: folder.path)
    let gate = Gate()
    try await ScriptedServer.run { _ in
      await gate.pass()
      return .answer(http: 200, body: "{}")
    } _: { service in
      try await queue(40, port: service.port, in: journal)
      try await running(journal, port: service.port) { _ in
        while service.requests.count < 16 { await Task.yield() }
        #expect(try await journal.counts().calls == ["new": 24, "calling": 16])
        gate.open(1)
        while service.requests.count < 17 { await Task.yield() }
        gate.open(100)
        try await ended(40, in: journal)
        #expect(Set(service.requests.map(\.path)).count == 40 && service.requests.count == 40)
      }
    }
  }

  @Test("a stop waits for calls under way and begins no others")
  func stop() async throws {
    let journal = try Journal(folder: folder.path)
    let gate = Gate()
    try await ScriptedServer.run { _ in
      await gate.pass()
      return .answer(http: 200, body: "{}")
    } _: { service in
      try await queue(17, port: service.port, in: journal)
      try await running(journal, port: service.port) { _ in
        while service.requests.count < 16 { await Task.yield() }
        // Answered only when the loop has been told to stop.
        Task { gate.open(100) }
      }
      #expect(try await journal.counts().calls["calling"] == nil)
    }
  }

  @Test("a call that outlasts a stop is made once more at the next start, with the same key")
  func outlasting() async throws {
    let gate = Gate()
    try await ScriptedServer.run { request in
      request.number == 1 ? .stall("") : .answer(http: 200, body: "{}")
    } _: { service in
      var journal = try Journal(folder: folder.path)
      try await queue(1, port: service.port, in: journal)
      try await running(journal, port: service.port, sleep: { _ in await gate.pass() }) { _ in
        while service.requests.isEmpty { await Task.yield() }
        gate.open(1)
      }
      #expect(try await journal.counts().calls == ["calling": 1])
      #expect(log.text.contains("the next start makes it once more"))
      try await journal.close()

      journal = try Journal(folder: folder.path)
      #expect(try await journal.recover(now: Samples.now).lostCalls == 1)
      let open = journal
      try await running(open, port: service.port) { _ in try await ended(1, in: open) }
      let keys = service.requests.map { $0.headers["idempotency-key"] }
      #expect(keys.count == 2 && keys[0] != nil && keys[0] == keys[1])
    }
  }
}
