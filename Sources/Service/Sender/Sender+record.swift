import Logging
import Synchronization
import Dialogue
import Journal

/// The second loop: brings the ends of sends to disk.
extension Sender {
  func recordEnds() async throws {
    while true {
      let moves = state.withLock { state in
        defer { state.moves = [] }
        return state.moves
      }
      if moves.isEmpty {
        let isDone = state.withLock { $0.isStopping && $0.hasEnded && $0.moves.isEmpty }
        if isDone { return }
        await toRecord.wait()
        continue
      }
      let result = try await record(moves.map(\.move))
      state.withLock { $0.board.recorded(moves.map(\.contact), idle: result.idle) }
      toStart.ring()
      if !result.undelivered.isEmpty { onUndelivered(result.undelivered) }
    }
  }

  /// Does not give up while the disk is full: what the provider said is known nowhere else.
  private func record(_ moves: [OutboxMove]) async throws -> MoveResult {
    var isTold = false
    while true {
      do {
        return try await journal.move(moves)
      } catch JournalFailure.full {
        if !isTold { logger.error("\(moves.count) sends cannot be recorded: \(JournalFailure.full)") }
        isTold = true
        try? await clock.sleep(SenderLimits.journalPause)
      }
    }
  }
}
