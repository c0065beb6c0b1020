import Synchronization

/// Wakes one waiter; a ring that nobody waits for is remembered, once.
final class Bell: Sendable {
  private enum State {
    case silent, rung
    case waiting(CheckedContinuation<Void, Never>)
  }

  private let state = Mutex(State.silent)

  func ring() {
    let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
      if case .waiting(let continuation) = state {
        state = .silent
        return continuation
      }
      state = .rung
      return nil
    }
    waiter?.resume()
  }

  /// Returns at the next ring, at once if there was one since the last wait.
  func wait() async {
    await withCheckedContinuation { continuation in
      let isRung = state.withLock { state in
        if case .rung = state {
          state = .silent
          return true
        }
        state = .waiting(continuation)
        return false
      }
      if isRung { continuation.resume() }
    }
  }
}
