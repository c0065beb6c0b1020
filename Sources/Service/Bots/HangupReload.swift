import Logging
import ServiceLifecycle
import UnixSignals

/// Reloads on SIGHUP.
struct HangupReload: Service {
  let reloader: Reloader
  /// Whether a SIGHUP came before this service listened.
  let cameEarly: @Sendable () -> Bool

  func run() async throws {
    let hangups = await UnixSignalsSequence(trapping: .sighup)
    // Asked only now, so that none falls between the early handler and this one.
    if cameEarly() { _ = await reloader.reload() }
    for await _ in hangups.cancelOnGracefulShutdown() { _ = await reloader.reload() }
  }
}
