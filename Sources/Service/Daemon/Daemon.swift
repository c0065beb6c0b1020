import Logging
import ServiceLifecycle

/// The daemon: journal, bots, callbacks, sending, admin socket; the only place that composes them.
package final class Daemon: Service {
  /// Where a running daemon is reached.
  package struct Addresses: Sendable {
    /// The port chosen, where the configuration said 0.
    package var callback: Endpoint
    package var monitor: Endpoint?
    package var admin: String
  }

  private let source: ConfigurationSource
  private let environment: DaemonEnvironment
  private let logger: Logger
  private let onReady: @Sendable (Addresses) async -> Void

  package init(
    configuration: ConfigurationSource, environment: DaemonEnvironment = DaemonEnvironment(),
    logger: Logger, onReady: @escaping @Sendable (Addresses) async -> Void = { _ in }
  ) {
    source = configuration
    self.environment = environment
    self.logger = logger
    self.onReady = onReady
  }

  /// Runs until a graceful shutdown.
  ///
  /// - Throws: ``DaemonFailure``.
  package func run() async throws {}

  /// Reads the configuration and every bot again; with any mistake, nothing changes.
  package func reload() async -> ReloadReport { ReloadReport() }
}
