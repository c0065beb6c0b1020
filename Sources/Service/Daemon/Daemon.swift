import Dialogue
import Journal
import Logging
import ServiceLifecycle
import StrictYAML
import Synchronization
import UnixSignals

/// The daemon: journal, bots, callbacks, sending, admin socket.
package final class Daemon: Service {
  /// Where a running daemon is reached.
  package struct Addresses: Sendable {
    /// The port chosen, where the configuration said 0.
    package var callback: Endpoint
    package var monitor: Endpoint?
    package var admin: String
  }

  /// A stop takes no longer than this; what is not finished then is left for the next start.
  private static let stopLimit = Duration.seconds(35)

  private let source: ConfigurationSource
  private let environment: DaemonEnvironment
  private let metrics: DaemonMetrics
  private let logger: Logger
  private let onReady: @Sendable (Addresses) async -> Void
  private let reloader = Mutex<Reloader?>(nil)

  package init(
    configuration: ConfigurationSource, environment: DaemonEnvironment = DaemonEnvironment(),
    metrics: DaemonMetrics = DaemonMetrics(), logger: Logger,
    onReady: @escaping @Sendable (Addresses) async -> Void = { _ in }
  ) {
    source = configuration
    self.environment = environment
    self.metrics = metrics
    self.logger = logger
    self.onReady = onReady
  }

  /// Runs until a graceful shutdown.
  ///
  /// - Throws: ``DaemonFailure``.
  package func run() async throws {
    do {
      try await runHoldingJournal()
    } catch {
      throw DaemonFailure(error)
    }
  }

  /// Reads the configuration and every bot again; with any mistake, nothing changes.
  ///
  /// - Returns: what the caller has to tell; the log does not say it too.
  package func reload() async -> ReloadReport {
    guard let reloader = reloader.withLock({ $0 }) else {
      return ReloadReport(refusals: ["The daemon is not ready yet; ask again in a moment."])
    }
    return await reloader.reload(isTold: true)
  }

  private func runHoldingJournal() async throws {
    let configuration = try readConfiguration()
    let journal = try Journal(folder: configuration.data)
    do {
      try await serve(configuration, journal)
    } catch {
      // What made it fail is what the caller must hear of; a second failure follows from it.
      try? await journal.close()
      throw error
    }
    try await journal.close()
  }

  private func readConfiguration() throws -> Configuration {
    let reading = source.read(variables: environment.variables)
    let text = DiagnosticFormat.text.render(reading.diagnostics, sources: reading.sources)
    guard let configuration = reading.configuration else {
      throw DaemonFailure(.configuration, text + "The configuration has mistakes.")
    }
    if !text.isEmpty { logger.warning("\(text)") }
    return configuration
  }

  private func serve(_ configuration: Configuration, _ journal: Journal) async throws {
    let notifier = SystemdNotifier(variables: environment.variables)
    let recovery = try await journal.recover(now: environment.now(), settle: configuration.gateway.settle)
    if recovery.wasUnclean {
      logger.warning(
        "the last process did not stop cleanly; \(recovery.unknown) messages were being sent then")
    }
    if recovery.lostCalls > 0 {
      logger.warning(
        "the answers of \(recovery.lostCalls) calls were lost in the last stop; each is made twice at most")
    }
    let sockets = try DaemonSockets(configuration, variables: environment.variables)
    let house: DaemonHouse
    do {
      house = try await DaemonHouse(
        configuration, journal: journal, source: source, environment: environment, metrics: metrics,
        notifier: notifier, logger: logger)
    } catch {
      sockets.close()
      throw error
    }
    defer { sockets.remove() }
    let addresses = sockets.addresses
    reloader.withLock { $0 = house.reloader }
    let (logger, onReady) = (logger, onReady)
    var services = house.services(wasUnclean: recovery.wasUnclean)
    services += house.servers(sockets) {
      await onReady(addresses)
      notifier?.send("READY=1", "STATUS=Answering on \(addresses.callback)")
      logger.notice(
        "ready",
        metadata: ["listen": "\(addresses.callback)", "bots": "\(configuration.projects.count)"])
    }
    services.append(StopNotice(notifier: notifier, logger: logger))
    var group = ServiceGroupConfiguration(
      services: services.map { ServiceGroupConfiguration.ServiceConfiguration(service: $0) }, logger: logger)
    if environment.handlesSignals { group.gracefulShutdownSignals = [.sigterm, .sigint] }
    group.maximumGracefulShutdownDuration = Self.stopLimit
    do {
      try await ServiceGroup(configuration: group).run()
    } catch {
      await house.close()
      throw error
    }
    await house.close()
  }
}
