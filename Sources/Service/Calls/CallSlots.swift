import Synchronization

/// How many calls may still be begun.
final class CallSlots: Sendable {
  private struct State {
    var taken = 0
    var isClosed = false
  }

  private let count: Int
  private let state = Mutex(State())

  init(_ count: Int) { self.count = count }

  /// Waits until `bell` rings and there is a free slot.
  ///
  /// - Returns: how many there are; nil after ``close()``.
  func free(after bell: Bell) async -> Int? {
    while true {
      if state.withLock({ $0.isClosed }) { return nil }
      await bell.wait()
      let (free, isClosed) = state.withLock { (count - $0.taken, $0.isClosed) }
      if isClosed { return nil }
      if free > 0 { return free }
    }
  }

  /// - Returns: how many are taken now.
  func take() -> Int { change(by: 1) }

  /// - Returns: how many are taken now.
  func giveBack() -> Int { change(by: -1) }

  /// No call is begun any more.
  func close() { state.withLock { $0.isClosed = true } }

  private func change(by difference: Int) -> Int {
    state.withLock { state in
      state.taken += difference
      return state.taken
    }
  }
}
