import Dialogue
import Journal
import Logging
import ServiceLifecycle

/// Looks after the journal while the daemon runs: what an unclean stop may have damaged, and what is too old.
struct Upkeep: Service {
  let journal: Journal
  let wasUnclean: Bool
  let live: LiveConfiguration
  let latch: FailureLatch
  let logger: Logger
  let now: @Sendable () -> Timestamp

  private static let interval = Duration.seconds(3600)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      if wasUnclean { await check() }
      while !Task.isCancelled {
        do {
          try await journal.prune(now: now(), messages: live.current.keep.messages)
        } catch  where latch.survives(error) {
          logger.warning("old messages could not be deleted: \(error)")
        } catch {}
        try? await Task.sleep(for: Self.interval)
      }
    }
  }

  private func check() async {
    do {
      let damage = try await journal.quickCheck()
      guard let first = damage.first else { return }
      latch.fail(
        DaemonFailure(
          .damagedData,
          "The journal in \(journal.folder) is damaged (\(first)); `balas doctor` tells the way back."))
    } catch {
      logger.warning("the journal could not be checked after the unclean stop: \(error)")
    }
  }
}
