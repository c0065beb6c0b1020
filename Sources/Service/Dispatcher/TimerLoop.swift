import Dialogue
import Journal
import Logging
import ServiceLifecycle

/// Turns timers that are due into events. What is due while the daemon is down is an event at its next start.
struct TimerLoop: Service {
  let journal: Journal
  let queue: ContactQueue
  let latch: FailureLatch
  let logger: Logger
  let now: @Sendable () -> Timestamp
  let sleep: @Sendable (Duration) async throws -> Void

  /// A timer that is set while nothing is due is seen after this time at the latest.
  private static let tick = Duration.milliseconds(500)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          let contacts = try await journal.fireTimers(ifDue: now())
          queue.add(contacts)
          if !contacts.isEmpty { continue }
        } catch {
          guard latch.survives(error) else { return }
          logger.error("timers wait, because they could not be turned into events: \(error)")
        }
        do { try await sleep(Self.tick) } catch { return }
      }
    }
  }
}

extension Journal {
  /// Looks before it writes: most of the time nothing is due.
  fileprivate func fireTimers(ifDue now: Timestamp) async throws -> [Int64] {
    guard let next = try await nextTimer(), next <= now else { return [] }
    return try await fireTimers(now: now)
  }
}
