import Foundation
import Synchronization

/// A clock that can be put forward, so that nobody has to wait a day to see what a day does.
final class MovableClock: Sendable {
  private let base: SandboxTime
  private let ahead = Mutex(TimeInterval(0))

  init(_ base: SandboxTime) { self.base = base }

  /// The time by this clock; sleeping takes as long as it did.
  var time: SandboxTime {
    SandboxTime(
      now: { self.base.now().addingTimeInterval(self.ahead.withLock { $0 }) }, sleep: base.sleep)
  }

  func putForward(by duration: Duration) { ahead.withLock { $0 += duration / .seconds(1) } }
}
