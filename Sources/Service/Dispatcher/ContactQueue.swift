import DequeModule
import Synchronization

/// Contacts with something to do: each is handed out to one taker at a time, and again if it was added meanwhile.
package final class ContactQueue: Sendable {
  private struct State {
    var ready: Deque<Int64> = []
    /// What is in ``ready``, or was added while it was claimed.
    var wanted: Set<Int64> = []
    var claimed: Set<Int64> = []
    var isClosed = false
    var takers: Deque<CheckedContinuation<Void, Never>> = []
  }

  private let state = Mutex(State())

  package init() {}

  package func add(_ contacts: some Sequence<Int64>) {
    state.withLock { state in
      for contact in contacts where state.wanted.insert(contact).inserted {
        if !state.claimed.contains(contact) { state.ready.append(contact) }
      }
    }
    wakeNext()
  }

  /// Claims up to `limit` contacts; waits for one. Nil after ``close()``.
  package func take(_ limit: Int) async -> [Int64]? {
    while true {
      let taken = state.withLock { state -> [Int64]? in
        guard !state.isClosed else { return nil }
        let taken = Array(state.ready.prefix(limit))
        state.ready.removeFirst(taken.count)
        state.wanted.subtract(taken)
        state.claimed.formUnion(taken)
        return taken
      }
      guard let taken else { return nil }
      if !taken.isEmpty {
        wakeNext()
        return taken
      }
      await withCheckedContinuation { continuation in
        let resumesNow = state.withLock { state in
          if state.isClosed || !state.ready.isEmpty { return true }
          state.takers.append(continuation)
          return false
        }
        if resumesNow { continuation.resume() }
      }
    }
  }

  /// Gives claimed contacts back.
  package func release(_ contacts: some Sequence<Int64>) {
    state.withLock { state in
      for contact in contacts where state.claimed.remove(contact) != nil {
        if state.wanted.contains(contact) { state.ready.append(contact) }
      }
    }
    wakeNext()
  }

  private func wakeNext() {
    state.withLock { state in state.ready.isEmpty ? nil : state.takers.popFirst() }?.resume()
  }

  /// Hands out nothing more.
  package func close() {
    let takers = state.withLock { state -> Deque<CheckedContinuation<Void, Never>> in
      state.isClosed = true
      defer { state.takers = [] }
      return state.takers
    }
    for taker in takers { taker.resume() }
  }
}
