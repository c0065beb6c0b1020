import Dialogue
import Foundation

/// The two clocks of sending: stored deadlines are wall time, waits are on a clock that nobody sets.
package struct SenderClock: Sendable {
  package var wall: @Sendable () -> Timestamp
  /// Counts from anywhere, forward only.
  package var steady: @Sendable () -> Timestamp
  package var sleep: @Sendable (Duration) async throws -> Void

  package init(
    wall: @escaping @Sendable () -> Timestamp, steady: @escaping @Sendable () -> Timestamp,
    sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.wall = wall
    self.steady = steady
    self.sleep = sleep
  }

  package static let live: SenderClock = {
    let start = ContinuousClock.now
    return SenderClock(
      wall: { Timestamp(Date()) },
      steady: { Timestamp(milliseconds: start.duration(to: .now).wholeMilliseconds) },
      sleep: { try await Task.sleep(for: $0) })
  }()

  var moment: Moment { Moment(wall: wall(), steady: steady()) }
}

/// One instant on both clocks.
package struct Moment: Sendable, Hashable {
  package var wall: Timestamp
  package var steady: Timestamp

  package init(wall: Timestamp, steady: Timestamp) {
    self.wall = wall
    self.steady = steady
  }

  /// When the steady clock will show what `due` is on the wall, if nobody sets the wall clock.
  func steady(at due: Timestamp) -> Timestamp { steady + (due - wall) }
}
