import Foundation
import Sandbox
import Synchronization

/// A clock that moves when it is told to, and for which every sleep is over at once.
final class TestClock: Sendable {
  private let state = Mutex((now: Date(timeIntervalSince1970: 1_563_600_111), slept: [Duration]()))

  var time: SandboxTime {
    SandboxTime(
      now: { self.state.withLock { $0.now } },
      sleep: { duration in self.state.withLock { $0.slept.append(duration) } })
  }

  /// How long was slept, each time.
  var slept: [Duration] { state.withLock { $0.slept } }

  func advance(by duration: Duration) {
    state.withLock { $0.now += duration / .seconds(1) }
  }
}
