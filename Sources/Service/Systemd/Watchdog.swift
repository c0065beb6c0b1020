import Glibc
import Journal
import Logging
import ServiceLifecycle

/// Tells systemd that the daemon lives, as long as the journal's writer comes round.
package struct Watchdog: Service {
  private let journal: Journal
  private let notifier: SystemdNotifier
  private let interval: Duration

  /// Nil where no watchdog waits.
  package init?(journal: Journal, notifier: SystemdNotifier?, variables: [String: String]) {
    guard let notifier, let microseconds = variables["WATCHDOG_USEC"].flatMap({ Int64($0) }),
      microseconds > 0,
      variables["WATCHDOG_PID"].map({ pid_t($0) == getpid() }) ?? true
    else { return nil }
    self.journal = journal
    self.notifier = notifier
    interval = .microseconds(microseconds / 2)
  }

  package func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await journal.pulse()
        notifier.send("WATCHDOG=1")
        try? await Task.sleep(for: interval)
      }
    }
  }
}
