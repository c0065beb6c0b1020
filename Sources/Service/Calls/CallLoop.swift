import Journal
import Dialogue
import Logging
import Outcall
import ServiceLifecycle

/// Makes the calls of scenarios, some at a time, and tells their conversations how they ended.
///
/// A call is begun in the journal before its first byte leaves, and its end is kept together with the event it is. So it is
/// made once; after a stop in the middle, when its answer is lost, once more with the same `Idempotency-Key`.
struct CallLoop: Service {
  let journal: Journal
  let client: ServiceClient
  let hosts: @Sendable () -> [AllowedHost]
  let secret: @Sendable (String) -> String?
  /// Rings when there may be a new call.
  let bell: Bell
  let queue: ContactQueue
  let metrics: CallMetrics
  let latch: FailureLatch
  let logger: Logger
  let now: @Sendable () -> Timestamp
  let sleep: @Sendable (Duration) async throws -> Void

  /// Calls under way at the same time.
  static let atOnce = 16
  /// A stop waits so long for calls under way; the next start makes those that are left once more.
  static let stopLimit = Duration.seconds(15)
  /// Before the journal is tried again.
  private static let pause = Duration.seconds(1)

  func run() async throws {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await makeCalls() }
      group.addTask {
        do {
          try await gracefulShutdown()
          try await sleep(Self.stopLimit)
        } catch {
          // All calls have ended.
        }
      }
      await group.next()
      group.cancelAll()
    }
  }

  private func makeCalls() async {
    let slots = CallSlots(Self.atOnce)
    await withTaskCancellationOrGracefulShutdownHandler {
      // Those of the last process.
      bell.ring()
      await withDiscardingTaskGroup { group in
        while let free = await slots.free(after: bell) {
          for call in await begin(free) {
            metrics.underWay(slots.take())
            group.addTask {
              await make(call)
              metrics.underWay(slots.giveBack())
              bell.ring()
            }
          }
        }
      }
    } onCancelOrGracefulShutdown: {
      slots.close()
      bell.ring()
    }
  }

  private func begin(_ limit: Int) async -> [WaitingCall] {
    do {
      let waiting = try await journal.waitingCalls(limit: limit)
      guard !waiting.isEmpty else { return [] }
      let begun = try await journal.beginCalls(waiting.map(\.id), now: now())
      return waiting.filter { begun.contains($0.id) }
    } catch {
      guard latch.survives(error) else { return [] }
      logger.error("calls wait, because they could not be begun: \(error)")
      try? await sleep(Self.pause)
      bell.ring()
      return []
    }
  }

  private func make(_ call: WaitingCall) async {
    let metadata: Logger.Metadata = [
      "call": "\(call.id)", "contact": "\(call.contactID)", "channel": "\(call.channel)",
    ]
    guard let request = call.request else {
      logger.critical(
        "call \(call.id) of the journal cannot be read; it counts as failed", metadata: metadata)
      return await end(call, .failed(status: "unreachable"))
    }
    let begunAt = ContinuousClock.now
    let report: CallReport
    do {
      report = try await client.call(request, key: call.key, hosts: hosts(), secret: secret)
    } catch {
      logger.warning(
        "a call was left in the middle by the stop; the next start makes it once more", metadata: metadata)
      return
    }
    metrics.ended(report.ending, after: ContinuousClock.now - begunAt)
    if let sentence = report.sentence { logger.warning("\(sentence)", metadata: metadata) }
    await end(call, report.outcome)
  }

  /// The answer is kept whatever it takes: only it spares the service the same call again.
  private func end(_ call: WaitingCall, _ outcome: CallOutcome) async {
    while true {
      do {
        if let contactID = try await journal.endCall(call.id, outcome, now: now()) { queue.add([contactID]) }
        return
      } catch {
        guard latch.survives(error) else { return }
        logger.error("the end of call \(call.id) waits, because it could not be kept: \(error)")
        do { try await sleep(Self.pause) } catch { return }
      }
    }
  }
}
