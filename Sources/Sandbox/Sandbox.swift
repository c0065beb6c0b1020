import AsyncHTTPClient
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// A stand-in for the provider, with phones in the browser: takes a client's calls and calls it back.
package struct Sandbox: Service {
  /// Tells of nothing that is well.
  package static var quietLogger: Logger {
    var logger = Logger(label: "sandbox")
    logger.logLevel = .warning
    return logger
  }

  /// What the sandbox knows; tests ask and steer it here.
  package let switchboard: Switchboard
  private let host: String
  private let port: Int
  private let logger: Logger
  private let onRunning: @Sendable (SandboxAddress) async -> Void

  /// - Parameters:
  ///   - port: 0 lets the kernel choose.
  ///   - onRunning: told where the sandbox listens, once it does.
  package init(
    world: World = World(), host: String = "127.0.0.1", port: Int = 0, time: SandboxTime = .system,
    logger: Logger = Sandbox.quietLogger,
    onRunning: @escaping @Sendable (SandboxAddress) async -> Void = { _ in }
  ) {
    switchboard = Switchboard(world: world, time: time)
    self.host = host
    self.port = port
    self.logger = logger
    self.onRunning = onRunning
  }

  private init(_ sandbox: Sandbox, onRunning: @escaping @Sendable (SandboxAddress) async -> Void) {
    switchboard = sandbox.switchboard
    host = sandbox.host
    port = sandbox.port
    logger = sandbox.logger
    self.onRunning = onRunning
  }

  /// Runs until a graceful shutdown.
  ///
  /// - Throws: `IOError` if it cannot listen there.
  package func run() async throws {
    let media = try MediaFolder.temporary()
    defer { media.removeAll() }
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    // A refused connection is an answer: trying again is up to the courier.
    configuration.connectionPool.retryConnectionEstablishment = false
    let client = HTTPClient(configuration: configuration)
    do {
      try await serve(media: media, client: client)
    } catch {
      try? await client.shutdown()
      throw error
    }
    try await client.shutdown()
  }

  private func serve(media: MediaFolder, client: HTTPClient) async throws {
    let courier = CallbackCourier(
      switchboard: switchboard, rules: switchboard.world.callback, line: HTTPCallbackLine(client: client),
      time: switchboard.time)
    let application = Application(
      router: router(media: media),
      server: .http1(configuration: HTTP1Channel.Configuration(additionalChannelHandlers: [HangUp()])),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
      services: [courier, Heartbeat(switchboard: switchboard)],
      onServerRunning: { channel in
        await onRunning(SandboxAddress(host: host, port: channel.localAddress?.port ?? port))
      },
      logger: logger)
    try await application.run()
  }

  private func router(media: MediaFolder) -> Router<SandboxContext> {
    let router = Router(context: SandboxContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: TrafficMiddleware(switchboard: switchboard))
    router.add(middleware: PageSafety(hosts: OwnHosts(listening: host)))
    router.add(middleware: FaultMiddleware(switchboard: switchboard))
    router.add(middleware: MediaSafety())
    router.add(
      middleware: FileMiddleware(media.path, urlBasePath: "/sandbox/media", logger: logger)
        .withAdditionalMediaTypes(
          forFileExtensions: MediaFolder.mediaTypes))
    PageFiles.add(to: router)
    PhoneRoutes(switchboard: switchboard, media: media).add(to: router)
    RecordRoutes(switchboard: switchboard).add(to: router)
    ClockRoutes(switchboard: switchboard).add(to: router)
    FaultRoutes(switchboard: switchboard).add(to: router)
    TrafficRoutes(switchboard: switchboard).add(to: router)
    ProviderRoutes(switchboard: switchboard, media: media).add(to: router)
    return router
  }

  /// Runs the sandbox as long as `body` does.
  package func whileRunning<Result: Sendable>(
    _ body: @Sendable (SandboxAddress) async throws -> Result
  ) async throws -> Result {
    let (addresses, running) = AsyncStream.makeStream(of: SandboxAddress.self)
    let sandbox = Sandbox(self) { running.yield($0) }
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(services: [sandbox], logger: logger))
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        defer { running.finish() }
        try await group.run()
      }
      var result: Result?
      for await address in addresses {
        do {
          result = try await body(address)
        } catch {
          await group.triggerGracefulShutdown()
          throw error
        }
        break
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
      guard let result else { throw CancellationError() }
      return result
    }
  }
}

/// Where a sandbox listens.
package struct SandboxAddress: Sendable, Hashable, CustomStringConvertible {
  package var host: String
  package var port: Int

  /// The phone's page, and the base address of the provider's calls.
  package var description: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)" }
}

/// Shows the pages that the line is open.
private struct Heartbeat: Service {
  let switchboard: Switchboard

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while (try? await Task.sleep(for: .seconds(15))) != nil { await switchboard.beat() }
    }
  }
}
