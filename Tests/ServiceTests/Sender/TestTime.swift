import Dialogue
import Synchronization

@testable import Service

/// A clock that a test moves.
final class TestTime: Sendable {
  private struct Sleeper {
    var id: Int
    var until: Timestamp
    var continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now = Moment.at(.zero)
    var sleepers: [Sleeper] = []
    var cancelled: Set<Int> = []
    var nextID = 0
  }

  private let state = Mutex(State())

  var now: Moment { state.withLock { $0.now } }

  var clock: SenderClock {
    SenderClock(
      wall: { self.now.wall }, steady: { self.now.steady }, sleep: { try await self.sleep($0) })
  }

  func advance(by duration: Duration) {
    let due = state.withLock { state in
      state.now = Moment(wall: state.now.wall + duration, steady: state.now.steady + duration)
      let due = state.sleepers.filter { $0.until <= state.now.steady }
      state.sleepers.removeAll { $0.until <= state.now.steady }
      return due
    }
    for sleeper in due { sleeper.continuation.resume() }
  }

  private func sleep(_ duration: Duration) async throws {
    let (id, until) = state.withLock { state in
      state.nextID += 1
      return (state.nextID, state.now.steady + duration)
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let end = state.withLock { state -> Result<Void, any Error>? in
          if state.cancelled.remove(id) != nil { return .failure(CancellationError()) }
          if until <= state.now.steady { return .success(()) }
          state.sleepers.append(Sleeper(id: id, until: until, continuation: continuation))
          return nil
        }
        if let end { continuation.resume(with: end) }
      }
    } onCancel: {
      let sleeper = state.withLock { state -> Sleeper? in
        guard let index = state.sleepers.firstIndex(where: { $0.id == id }) else {
          state.cancelled.insert(id)
          return nil
        }
        return state.sleepers.remove(at: index)
      }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
  }
}
