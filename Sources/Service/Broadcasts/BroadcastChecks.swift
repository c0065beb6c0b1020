import Dialogue
import Gateway
import Journal
import Logging
import ServiceLifecycle

/// Asks the provider for the numbers of broadcasts that are to be checked, at the broadcast's own rate and before the rows
/// are handed over.
struct BroadcastChecks: Service {
  let journal: Journal
  let checking: any NumberChecking
  let latch: FailureLatch
  let logger: Logger
  let clock: SenderClock

  /// Checks under way at the same time.
  static let atOnce = 8
  /// A number that cannot be checked so often is sent to: the send says what is wrong with it.
  static let tries = 3
  /// Before numbers that could not be checked are asked for again.
  static let pauseAfterTrouble = Duration.seconds(5)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var desk = BroadcastDesk()
      var failures: [Int64: [Int: Int]] = [:]
      while !Task.isCancelled {
        var pause = BroadcastLoop.tick
        do {
          pause = try await round(&desk, &failures)
        } catch {
          guard latch.survives(error) else { return }
          logger.error("numbers of broadcasts wait to be checked: \(error)")
          pause = Self.pauseAfterTrouble
        }
        do { try await clock.sleep(pause) } catch { return }
      }
    }
  }

  /// - Parameter failures: how often a number could not be checked, by broadcast and line.
  /// - Returns: how long to wait before the next one.
  func round(_ desk: inout BroadcastDesk, _ failures: inout [Int64: [Int: Int]]) async throws -> Duration {
    let open = try await journal.openBroadcasts()
    desk.forget(allBut: open)
    failures = failures.filter { id, _ in open.contains { $0.id == id } }
    var isWell = true
    for broadcast in open where broadcast.checksNumbers && broadcast.state == .running {
      let unchecked = try await journal.uncheckedNumbers(broadcast.id, limit: Self.atOnce)
      let count = desk.take(upTo: unchecked.count, of: broadcast, now: clock.steady())
      guard count > 0 else { continue }
      var obstacles: [Int: String?] = [:]
      for (line, answer) in await answers(unchecked.prefix(count), on: broadcast.channel) {
        switch answer {
        case .valid: obstacles.updateValue(nil, forKey: line)
        case .invalid: obstacles[line] = "not on WhatsApp"
        case .failed(let result):
          let failed = failures[broadcast.id]?[line] ?? 0
          if result.outcome == .permanent || failed + 1 >= Self.tries {
            obstacles.updateValue(nil, forKey: line)
          } else {
            isWell = false
            // What keeps the whole channel from asking is not the number's fault.
            if result.outcome != .config, result.outcome != .notSent, result.outcome != .throttled {
              failures[broadcast.id, default: [:]][line] = failed + 1
            }
            logger.warning(
              "A number of broadcast \(broadcast.id) could not be checked: \(result.detail)",
              metadata: ["code": "\(result.code)"])
          }
        }
      }
      if !obstacles.isEmpty { try await journal.checkedNumbers(broadcast.id, obstacles: obstacles) }
    }
    if !isWell { return Self.pauseAfterTrouble }
    return open.isEmpty ? BroadcastLoop.idleTick : BroadcastLoop.tick
  }

  private func answers(
    _ numbers: ArraySlice<(line: Int, number: String)>, on channel: Channel
  ) async -> [(Int, NumberCheck)] {
    await withTaskGroup(of: (Int, NumberCheck).self) { group in
      for (line, number) in numbers {
        group.addTask { [checking] in (line, await checking.check(number, on: channel)) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }
}
