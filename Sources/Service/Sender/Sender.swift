import Dialogue
import Gateway
import Journal
import Logging
import ServiceLifecycle
import Synchronization

/// The outbound half of the daemon: sends what is in the outbox, in order per contact, and records what came of it.
///
/// Two loops work side by side, each in batches: one reads, marks and starts sends, the other records their ends.
package final class Sender: Outgoing, Service {
  struct State {
    var board: OutboundBoard
    /// Ends and other moves that are not on disk yet.
    var moves: [OutboundBoard.Recording] = []
    var isStopping = false
    /// Whether the last send under way has ended.
    var hasEnded = false
  }

  let journal: Journal
  let gateway: any Gateway
  let mediaPath: @Sendable (_ hash: String) -> String
  let clock: SenderClock
  let logger: Logger
  let metrics: SenderMetrics
  let onUndelivered: @Sendable ([Int64]) -> Void
  let state: Mutex<State>
  let toStart = Bell()
  let toRecord = Bell()

  /// - Parameters:
  ///   - mediaPath: where the bytes with a hash lie.
  ///   - onUndelivered: contacts whose inbox got an event because a message ended badly.
  package init(
    journal: Journal, gateway: any Gateway, mediaPath: @escaping @Sendable (_ hash: String) -> String,
    settings: SenderSettings = SenderSettings(), clock: SenderClock = .live, logger: Logger,
    metrics: SenderMetrics = SenderMetrics(), onUndelivered: @escaping @Sendable ([Int64]) -> Void
  ) {
    self.journal = journal
    self.gateway = gateway
    self.mediaPath = mediaPath
    self.clock = clock
    self.logger = logger
    self.metrics = metrics
    self.onUndelivered = onUndelivered
    state = Mutex(State(board: OutboundBoard(settings: settings)))
  }

  package func wake(_ contacts: [Int64]) {
    guard !contacts.isEmpty else { return }
    state.withLock { $0.board.wake(contacts) }
    toStart.ring()
  }

  package func heard(_ contact: Int64) {
    let isKnown = state.withLock { state in
      guard state.board.contacts[contact] != nil else { return false }
      state.board.wake(CollectionOfOne(contact))
      return true
    }
    if isKnown { toStart.ring() }
  }

  package func offer(_ rows: [OutboxRow]) {
    let now = clock.moment
    let hasMoves = state.withLock { state in
      let moves = state.board.offer(rows, now: now)
      state.moves += moves
      return !moves.isEmpty
    }
    if hasMoves { toRecord.ring() }
    toStart.ring()
  }

  /// Takes new settings; channels that wait for an operator are tried at once.
  package func update(_ settings: SenderSettings) {
    let now = clock.moment
    state.withLock { $0.board.use(settings, now: now) }
    toStart.ring()
  }

  /// How each channel stands that had something to send, by name.
  package var status: [SenderStatus] {
    let now = clock.steady()
    return state.withLock { $0.board.status(now: now) }
  }

  /// Sends until a graceful shutdown: then no send begins, and those under way are finished and recorded.
  ///
  /// Being cancelled is the same with little patience: what is not finished soon stays `sending` in the journal, and
  /// the next start takes it as a send whose answer was lost.
  ///
  /// - Throws: what makes the journal unusable.
  package func run() async throws {
    let end = FirstEnd()
    // Not a child task: cancellation must not reach sends and records that are under way.
    Task {
      do {
        try await self.work()
        end.end(.success(()))
      } catch {
        end.end(.failure(error))
      }
    }
    try await withTaskCancellationHandler {
      try await withGracefulShutdownHandler {
        try await end.wait()
      } onGracefulShutdown: {
        self.stop()
      }
    } onCancel: {
      self.stop()
      Task {
        try? await self.clock.sleep(SenderLimits.cancelPatience)
        end.end(.success(()))
      }
    }
  }

  func stop() {
    state.withLock { $0.isStopping = true }
    toStart.ring()
    toRecord.ring()
  }

  private func work() async throws {
    wake(try await journal.contactsWithOutbound())
    let now = clock.moment
    state.withLock { $0.board.hasLoaded(now: now) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await self.stopping { try await self.recordEnds() } }
      group.addTask { try await self.stopping { try await self.startSends() } }
      try await group.waitForAll()
    }
  }

  /// Whichever loop fails, the other must end as well.
  private func stopping(_ loop: () async throws -> Void) async throws {
    defer { stop() }
    try await loop()
  }
}
