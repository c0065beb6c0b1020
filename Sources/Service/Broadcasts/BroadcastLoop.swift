import Dialogue
import Journal
import Logging
import ServiceLifecycle

/// Lets broadcasts run: each row is handed to the outbox when its turn comes, some rows ahead of the sends and never faster
/// than the broadcast may. What a stop leaves goes on at the next start.
struct BroadcastLoop: Service {
  let journal: Journal
  let outgoing: any Outgoing
  let latch: FailureLatch
  let logger: Logger
  let clock: SenderClock

  static let tick = Duration.milliseconds(200)
  /// While there is no broadcast without an end, a new one is seen after this time at the latest.
  static let idleTick = Duration.seconds(1)
  /// Until the provider took one message, so that a template it does not take costs few calls.
  static let aheadAtFirst = 5
  /// Rows handed over and not sent yet: few enough for a pause to work at once.
  static let aheadAtMost = 256
  private static let pauseAfterTrouble = Duration.seconds(5)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var desk = BroadcastDesk()
      while !Task.isCancelled {
        var pause = Self.tick
        do {
          if try await !round(&desk) { pause = Self.idleTick }
        } catch {
          guard latch.survives(error) else { return }
          logger.error("broadcasts wait: \(error)")
          pause = Self.pauseAfterTrouble
        }
        do { try await clock.sleep(pause) } catch { return }
      }
    }
  }

  /// Does for each broadcast what can be done for it now.
  ///
  /// - Returns: whether there is one without an end.
  @discardableResult
  func round(_ desk: inout BroadcastDesk) async throws -> Bool {
    let open = try await journal.openBroadcasts()
    for broadcast in open {
      if desk.states[broadcast.id] == .running, broadcast.state == .paused, broadcast.reason != nil {
        logger.error(
          "Broadcast \(broadcast.id) has paused itself, because the provider refuses its template: `balas broadcast show \(broadcast.id)` tells why; mend it, then `balas broadcast resume \(broadcast.id)`."
        )
      }
      try await work(on: broadcast, &desk)
    }
    desk.forget(allBut: open)
    return !open.isEmpty
  }

  private func work(on broadcast: Broadcast, _ desk: inout BroadcastDesk) async throws {
    let now = clock.moment
    desk.states[broadcast.id] = broadcast.state
    if broadcast.state == .planned, broadcast.dueAt <= now.wall {
      try await journal.startBroadcast(broadcast.id, now: now.wall)
      logger.notice("Broadcast \(broadcast.id) begins.")
      return
    }
    let outlook = try await journal.outlook(broadcast)
    let isOver = broadcast.expiresAt <= now.wall
    if isOver || broadcast.state == .running && !outlook.hasReady && !outlook.hasUnchecked {
      if outlook.ahead == 0, try await journal.endBroadcast(broadcast.id, now: now.wall) {
        logger.notice("Broadcast \(broadcast.id) has ended.")
      }
      return
    }
    guard broadcast.state == .running, outlook.hasReady else { return }
    let room = Self.aheadLimit(of: broadcast) - outlook.ahead
    let count = desk.take(upTo: room, of: broadcast, now: now.steady)
    guard count > 0 else { return }
    outgoing.wake(try await journal.feedBroadcast(broadcast.id, limit: count, now: now.wall))
  }

  /// What is sent in some seconds.
  static func aheadLimit(of broadcast: Broadcast) -> Int {
    guard broadcast.hasSent else { return aheadAtFirst }
    return min(aheadAtMost, max(aheadAtFirst, Int(min(broadcast.rate, 1000) * 5)))
  }
}
