import Dialogue
import Journal
import Logging
import ServiceLifecycle

/// Looks after the journal while the daemon runs: what an unclean stop may have damaged, and what is too old.
struct Upkeep: Service {
  let journal: Journal
  let wasUnclean: Bool
  let live: LiveConfiguration
  let versions: BotVersions
  let latch: FailureLatch
  let logger: Logger
  let now: @Sendable () -> Timestamp

  private static let interval = Duration.seconds(3600)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      if wasUnclean { await check() }
      while !Task.isCancelled {
        await tidy()
        try? await Task.sleep(for: Self.interval)
      }
    }
  }

  /// Deletes what is older than `keep:` allows and nobody needs.
  func tidy() async {
    let keep = live.current.keep
    do {
      try await journal.prune(now: now(), messages: keep.messages)
      try await pruneMedia(before: now() - keep.media)
    } catch  where latch.survives(error) {
      logger.warning("what is old could not be deleted: \(error)")
    } catch {}
  }

  private func pruneMedia(before cutoff: Timestamp) async throws {
    let old = versions.media.hashes(before: cutoff)
    guard !old.isEmpty else { return }
    // What was old and needed by nobody can only be needed again by being put there anew, which makes it young.
    let needed = try await versions.mediaHashes().union(journal.waitingMedia())
    let deleted = versions.media.prune(old.subtracting(needed), before: cutoff)
    if deleted > 0 { logger.info("\(deleted) old media that no bot and no message needs were deleted") }
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
