import Dialogue
import Gateway
import Journal
import Logging
import NIOCore
import Outcall
import ServiceLifecycle
import Wappin

/// The parts of a daemon and how they know each other; the only place that names the provider.
struct DaemonHouse {
  let reloader: Reloader
  private let journal: Journal
  private let live: LiveConfiguration
  private let latch = FailureLatch()
  private let gateway: WappinClient
  private let sender: Sender
  private let dispatcher: Dispatcher
  private let timers: TimerLoop
  private let calls: CallLoop
  private let inquiries: InquiryLoop
  private let broadcasts: BroadcastLoop
  private let checks: BroadcastChecks
  private let receiver: Receiver
  private let desk: AdminDesk
  private let versions: BotVersions
  private let environment: DaemonEnvironment
  private let metrics: DaemonMetrics
  private let notifier: SystemdNotifier?
  private let logger: Logger

  init(
    _ configuration: Configuration, journal: Journal, source: ConfigurationSource,
    environment: DaemonEnvironment, metrics: DaemonMetrics, notifier: SystemdNotifier?, logger: Logger
  ) async throws {
    (self.journal, self.environment, self.metrics) = (journal, environment, metrics)
    (self.notifier, self.logger) = (notifier, logger)
    let (now, latch) = (environment.now, latch)
    let live = LiveConfiguration(configuration)
    let media = MediaStore(folder: configuration.data + "/media")
    versions = BotVersions(journal: journal, media: media, now: now)
    let start = BotStart(versions: versions, metrics: metrics, logger: logger)
    let bots = BotRegistry(try await start.bots(for: configuration.projects))
    let tokens = JournalTokenStore(journal: journal)
    try await tokens.load(clientIDs: Set(configuration.projects.map(\.channel.clientID)))
    let gateway = try WappinClient(settings: configuration.wappin, store: tokens, logger: logger, now: now)
    let queue = ContactQueue()
    let sender = Sender(
      journal: journal, gateway: gateway, mediaPath: { media.path(of: $0) },
      settings: SenderSettings(gateway: configuration.gateway), logger: logger,
      metrics: SenderMetrics(registry: metrics.registry), onUndelivered: { queue.add($0) })
    let calling = Bell()
    dispatcher = Dispatcher(
      journal: journal, bots: bots, queue: queue, outgoing: sender, calling: calling, metrics: metrics,
      latch: latch, logger: logger, now: now)
    let credentials = Credentials(variables: environment.variables)
    calls = CallLoop(
      journal: journal, client: ServiceClient(userAgent: "balas/\(BalasVersion.current)"),
      hosts: { live.current.callHosts }, secret: { credentials.scenarioSecret($0) }, bell: calling,
      queue: queue, metrics: CallMetrics(registry: metrics.registry), latch: latch, logger: logger, now: now,
      sleep: { try await Task.sleep(for: $0) })
    broadcasts = BroadcastLoop(
      journal: journal, outgoing: sender, latch: latch, logger: logger, clock: .live)
    checks = BroadcastChecks(
      journal: journal, checking: gateway, latch: latch, logger: logger, clock: .live)
    timers = TimerLoop(
      journal: journal, queue: queue, latch: latch, logger: logger, now: now,
      sleep: { try await Task.sleep(for: $0) })
    let asking = Bell()
    inquiries = InquiryLoop(
      journal: journal, gateway: gateway, isExclusive: { live.current.gateway.isExclusive }, bell: asking,
      outgoing: sender, queue: queue, metrics: InquiryMetrics(registry: metrics.registry), latch: latch,
      logger: logger, now: now, sleep: { try await Task.sleep(for: $0) })
    let dialect = WappinCallbackDialect()
    let intake = CallbackIntake(
      journal: journal, dispatching: queue, outgoing: sender, metrics: metrics, latch: latch, logger: logger,
      now: now, onOrphan: { asking.ring() })
    let receiver = Receiver(
      rules: Receiver.Rules(configuration, tokens: tokens), intake: intake, dialect: dialect)
    let replay = QuarantineReplay(journal: journal, intake: intake, dialect: dialect, logger: logger)
    let reloader = Reloader(
      source: source, variables: environment.variables, live: live, bots: bots, versions: versions,
      metrics: metrics, notifier: notifier, logger: logger
    ) { next in
      let rules = Receiver.Rules(next, tokens: tokens)
      receiver.use(rules)
      do { try gateway.update(next.wappin) } catch { logger.error("the provider's address stays: \(error)") }
      await replay.replay(next.projects.map(\.channel.projectID), routes: rules.routes)
      sender.update(SenderSettings(gateway: next.gateway))
    }
    await replay.replay(
      configuration.projects.map(\.channel.projectID),
      routes: Receiver.Rules(configuration, tokens: tokens).routes)
    desk = AdminDesk(
      journal: journal, live: live, tokenStore: tokens, media: media,
      running: AdminDesk.Running(
        startedAt: now(), bots: bots, outgoing: sender, queue: queue, sending: { sender.status },
        reload: { await reloader.reload() },
        missingCredentials: {
          source.read(variables: environment.variables).diagnostics.filter(\.isMissingCredential)
            .map(\.message)
        },
        renewToken: { try await gateway.renew(clientID: $0) }, provider: gateway),
      now: now, nextConfiguration: { source.read(variables: environment.variables) })
    (self.live, self.gateway, self.sender, self.receiver) = (live, gateway, sender, receiver)
    self.reloader = reloader
  }

  /// What runs behind the sockets; the last to start is the first to stop.
  func services(wasUnclean: Bool) -> [any Service] {
    var services: [any Service] = [latch]
    if let watchdog = Watchdog(journal: journal, notifier: notifier, variables: environment.variables) {
      services.append(watchdog)
    }
    services.append(
      Upkeep(
        journal: journal, wasUnclean: wasUnclean, live: live, versions: versions, latch: latch,
        logger: logger, now: environment.now))
    services += [sender, dispatcher, timers, calls, inquiries, broadcasts, checks]
    if environment.handlesSignals {
      services.append(HangupReload(desk: desk, cameEarly: environment.hangupCameEarly, logger: logger))
    }
    return services
  }

  /// What answers on the sockets.
  func servers(_ sockets: DaemonSockets, onRunning: @escaping @Sendable () async -> Void) -> [any Service] {
    var servers: [any Service] = []
    if let socket = sockets.monitor {
      let routes = MonitorRoutes(journal: journal, registry: metrics.registry)
      servers.append(
        HTTPServer(socket: socket, logger: logger) { request, _ in await routes.answer(request) })
    }
    servers.append(AdminServer.make(socket: sockets.admin, desk: desk, logger: logger))
    let receiver = receiver
    servers.append(
      HTTPServer(socket: sockets.callback, logger: logger, onRunning: onRunning) { request, connection in
        await receiver.answer(
          request, peer: IPAddress(connection.channel.remoteAddress), isBeyondLimit: connection.isBeyondLimit)
      })
    return servers
  }

  /// Closes what is no service.
  func close() async {
    do { try await gateway.shutdown() } catch {
      logger.warning("connections to the provider stay open: \(error)")
    }
  }
}

extension Receiver.Rules {
  fileprivate init(_ configuration: Configuration, tokens: JournalTokenStore) {
    self.init(
      door: CallbackDoor(configuration.callback) { tokens.digests },
      routes: CallbackRoutes(configuration.projects.map(\.channel)))
  }
}
