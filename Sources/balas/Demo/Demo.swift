import Dialogue
import Foundation
import Logging
import Sandbox
import Service
import ServiceLifecycle
import StrictYAML
import UnixSignals

/// The daemon and the provider's stand-in in one process, with real HTTP between them.
struct Demo {
  let bot: BotFolder
  /// The bot's name, which is the business's in the phone.
  let name: String
  let folder: DemoFolder

  /// Runs until SIGINT or SIGTERM.
  ///
  /// - Parameter port: the phone's; 0 for any that is free.
  func run(port: Int) async throws {
    var world = World()
    world.clients = [World.Client(name: "demo")]
    world.projects = [World.Project(name: name)]
    world.callback.interval = .seconds(2)
    let (phones, phoneRuns) = AsyncStream.makeStream(of: SandboxAddress.self)
    let sandbox = Sandbox(world: world, port: port) { phoneRuns.yield($0) }
    let daemon = DemoDaemon(demo: self, world: world, phones: phones, switchboard: sandbox.switchboard)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [sandbox, daemon], gracefulShutdownSignals: [.sigterm, .sigint],
        logger: Sandbox.quietLogger))
    try await group.run()
  }

  /// What the daemon is told; its own port is the kernel's choice.
  func configuration(provider: SandboxAddress, world: World, bearer: Secret) -> Configuration {
    let (client, project) = (world.clients[0], world.projects[0])
    return Configuration(
      listen: Endpoint(host: "127.0.0.1", port: 0),
      callback: CallbackRules(bearer: [.secret(bearer)]),
      data: "\(folder.path)/data", admin: "\(folder.path)/admin.sock",
      gateway: GatewaySettings(baseURL: "\(provider)"),
      projects: [
        Project(
          channel: Channel(clientID: client.id, projectID: project.id), secret: Secret(client.secret),
          bot: URL(fileURLWithPath: bot.path).standardizedFileURL.path)
      ])
  }
}

/// The daemon of a demonstration: starts when the stand-in listens, and reads the bot again when it is saved.
private struct DemoDaemon: ServiceLifecycle.Service {
  let demo: Demo
  let world: World
  let phones: AsyncStream<SandboxAddress>
  let switchboard: Switchboard

  func run() async throws {
    var iterator = phones.cancelOnGracefulShutdown().makeAsyncIterator()
    guard let phone = await iterator.next() else { return }
    let bearer = Secret(UUID().uuidString)
    var logger = Logger(label: "balas")
    logger.logLevel = .error
    let (readies, ready) = AsyncStream.makeStream(of: Void.self)
    let daemon = Daemon(
      configuration: .fixed(demo.configuration(provider: phone, world: world, bearer: bearer)),
      logger: logger
    ) { addresses in
      await switchboard.callBack(
        CallbackTarget(url: "http://\(addresses.callback)/callback", bearer: bearer.value))
      Announcement.say(welcome(phone))
      ready.yield()
    }
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        defer { ready.finish() }
        try await daemon.run()
      }
      tasks.addTask {
        for await _ in readies.cancelOnGracefulShutdown() {
          await cancelWhenGracefulShutdown {
            await BotWatch(folder: demo.bot.path).run { report(await daemon.reload()) }
          }
        }
      }
      try await tasks.waitForAll()
    }
  }

  private func welcome(_ phone: SandboxAddress) -> String {
    """
    The bot in \(demo.bot.path) answers. Open the phone and write as a customer would:

      \(phone)

    Save a file of the bot and it is in force. Ctrl-C ends it.

    """
  }

  private func report(_ report: ReloadReport) {
    let mistakes = DiagnosticFormat.text.render(report.diagnostics, sources: report.sources)
    if !mistakes.isEmpty { Announcement.complain(mistakes) }
    for refusal in report.refusals { Announcement.complain(refusal) }
    Announcement.say(
      report.succeeded
        ? "The bot was saved, and its new version answers."
        : "The bot goes on as it was; mend it and save it again.")
  }
}
