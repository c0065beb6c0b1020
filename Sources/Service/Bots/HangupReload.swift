import Logging
import ServiceLifecycle
import UnixSignals

/// Reloads on SIGHUP.
struct HangupReload: Service {
  let desk: AdminDesk
  /// Whether a SIGHUP came before this service listened.
  let cameEarly: @Sendable () -> Bool
  let logger: Logger

  func run() async throws {
    let hangups = await UnixSignalsSequence(trapping: .sighup)
    // Asked only now, so that none falls between the early handler and this one.
    if cameEarly() { await reload() }
    for await _ in hangups.cancelOnGracefulShutdown() { await reload() }
  }

  /// The reloader logs how it went; here it is said what that changed, as `balas reload` does.
  private func reload() async {
    do {
      let reply = try await desk.reload()
      for line in (reply.plan?.summary ?? "").split(separator: "\n") { logger.notice("reloaded: \(line)") }
    } catch {
      logger.error("the reload failed: \(error)")
    }
  }
}
