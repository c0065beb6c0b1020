import Dialogue

/// Stops a channel whose provider is not reached, tries it now and then, and lets it come back slowly.
struct CircuitBreaker: Sendable {
  enum State: Sendable, Hashable {
    case closed
    /// Nothing is sent before `until`; then one, as a try.
    case open(until: Timestamp, step: Int)
    case probing(step: Int)
    /// So many at once may be under way.
    case ramping(limit: Int)
  }

  enum Change: Sendable, Hashable {
    case opened(for: Duration)
    case recovered
  }

  private(set) var state: State = .closed
  private var failuresInRow = 0
  private var window: [Bool] = []

  /// How many may be under way; nil before a try is due.
  func limit(of concurrency: Int, now: Timestamp) -> Int? {
    switch state {
    case .closed: concurrency
    case .ramping(let limit): min(limit, concurrency)
    case .probing: 0
    case .open(let until, _): until <= now ? 1 : nil
    }
  }

  /// A send begins.
  ///
  /// - Returns: whether it is the try that decides.
  mutating func began() -> Bool {
    guard case .open(_, let step) = state else { return false }
    state = .probing(step: step)
    return true
  }

  /// The try that was begun did not take place.
  mutating func withdrew(now: Timestamp) {
    if case .probing(let step) = state { state = .open(until: now, step: step) }
  }

  /// A send ended; `failed` if the provider was not reached or its answer was lost.
  mutating func ended(failed: Bool, isProbe: Bool, concurrency: Int, now: Timestamp) -> Change? {
    switch state {
    case .probing(let step) where isProbe:
      if failed { return open(step: step + 1, now: now) }
      (failuresInRow, window) = (0, [])
      state = .ramping(limit: 2)
      return nil
    case .open, .probing: return nil
    case .closed, .ramping: break
    }
    failuresInRow = failed ? failuresInRow + 1 : 0
    window.append(failed)
    if window.count > SenderLimits.breakerWindow { window.removeFirst() }
    if failuresInRow >= SenderLimits.breakerRow || window.count(where: \.self) >= SenderLimits.breakerShare {
      return open(step: 0, now: now)
    }
    guard case .ramping(let limit) = state else { return nil }
    if failed { return open(step: 0, now: now) }
    state = limit * 2 >= concurrency ? .closed : .ramping(limit: limit * 2)
    return state == .closed ? .recovered : nil
  }

  private mutating func open(step: Int, now: Timestamp) -> Change {
    let step = min(step, SenderLimits.breakerPauses.count - 1)
    let pause = SenderLimits.breakerPauses[step]
    (failuresInRow, window) = (0, [])
    state = .open(until: now + pause, step: step)
    return .opened(for: pause)
  }
}
