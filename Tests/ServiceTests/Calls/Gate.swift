import Synchronization

/// Lets so many pass as it is opened for; the others wait.
final class Gate: Sendable {
  private struct State {
    var places = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  func pass() async {
    await withCheckedContinuation { continuation in
      let passes = state.withLock { state in
        if state.places > 0 {
          state.places -= 1
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if passes { continuation.resume() }
    }
  }

  func open(_ count: Int) {
    let passing = state.withLock { state in
      let passing = Array(state.waiting.prefix(count))
      state.waiting.removeFirst(passing.count)
      state.places += count - passing.count
      return passing
    }
    for continuation in passing { continuation.resume() }
  }
}
