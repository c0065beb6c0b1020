import Logging
import ServiceLifecycle

/// Says that the daemon stops; the first of its services to hear of it.
struct StopNotice: Service {
  let notifier: SystemdNotifier?
  let logger: Logger

  func run() async throws {
    try await gracefulShutdown()
    notifier?.send("STOPPING=1")
    logger.notice("stopping: callbacks in hand are answered, sends in flight are finished")
  }
}
