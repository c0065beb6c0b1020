import Dialogue
import Synchronization

/// Keeps a stranger from filling the log: of each kind of line at most one a second.
package final class LogPace: Sendable {
  private struct Kind {
    var lastAt: Timestamp
    var unwritten = 0
  }

  private let kinds = Mutex<[String: Kind]>([:])

  package init() {}

  /// Whether a line of this kind may be written now.
  ///
  /// - Parameter kind: one of a few words of our own.
  /// - Returns: how many lines were not written since the last; nil if this is one more of them.
  package func allow(_ kind: String, now: Timestamp) -> Int? {
    kinds.withLock { kinds in
      guard let known = kinds[kind], now >= known.lastAt, now - known.lastAt < .seconds(1) else {
        let unwritten = kinds[kind]?.unwritten ?? 0
        kinds[kind] = Kind(lastAt: now)
        return unwritten
      }
      kinds[kind]?.unwritten += 1
      return nil
    }
  }
}
