import AsyncHTTPClient
import Dialogue
import Gateway
import Journal
import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle
import Synchronization
import Testing
import Wappin

@testable import Service

/// The parts of a daemon that people work with, around a bot written in code: journal, dispatcher, timers, sender and
/// admin socket, with a provider on loopback.
struct PeopleBench: Sendable {
  let journal: Journal
  let admin: AdminClient
  let provider: SmallProvider
  let time: TestTime
  let queue: ContactQueue
  let outgoing: any Outgoing
  /// Its host and port.
  private let monitor: String
  private let socket: String

  static let customer = "628989229471"

  private final class Tokens: TokenStore {
    private let box = Mutex<[String: AccessToken]>([:])
    func token(clientID: String) async throws -> AccessToken? { box.withLock { $0[clientID] } }
    func save(_ token: AccessToken, clientID: String) async throws { box.withLock { $0[clientID] = token } }
  }

  /// Runs it for the length of `body`; again in the same folder is a restart.
  ///
  /// - Parameters:
  ///   - projects: their ids.
  ///   - sends: false for a daemon that dies before it sends anything.
  static func run(
    in folder: TemporaryFolder, provider: SmallProvider = SmallProvider(), time: TestTime = TestTime(),
    projects: [String] = ["16"], bot: Bot = PanelBot.bot, sends: Bool = true,
    _ body: @escaping @Sendable (PeopleBench) async throws -> Void
  ) async throws {
    try await provider.run { url in
      let gateway = try WappinClient(
        settings: WappinSettings(baseURL: url, secrets: ["0009": "geheim"]), store: Tokens(), logger: .silent)
      do {
        try await serve(folder, gateway, provider, time, projects, bot, sends: sends, body)
      } catch {
        try? await gateway.shutdown()
        throw error
      }
      try await gateway.shutdown()
    }
  }

  private static func serve(
    _ folder: TemporaryFolder, _ gateway: WappinClient, _ provider: SmallProvider, _ time: TestTime,
    _ projects: [String], _ bot: Bot, sends: Bool,
    _ body: @escaping @Sendable (PeopleBench) async throws -> Void
  ) async throws {
    let journal = try Journal(folder: folder.path + "/data")
    _ = try await journal.recover(now: time.now.wall)
    let channels = projects.map { Channel(clientID: "0009", projectID: $0) }
    let bots = BotRegistry(Dictionary(uniqueKeysWithValues: channels.map { ($0, bot) }))
    let (queue, latch, metrics) = (ContactQueue(), FailureLatch(), DaemonMetrics())
    let sender = Sender(
      journal: journal, gateway: gateway, mediaPath: { $0 },
      settings: SenderSettings(gateway: .unlimited), clock: time.clock, logger: .silent,
      onUndelivered: { queue.add($0) })
    let outgoing: any Outgoing = sends ? sender : WokenContacts()
    let desk = AdminDesk(
      journal: journal,
      live: LiveConfiguration(
        Configuration(
          listen: Endpoint(host: "127.0.0.1", port: 0), data: folder.path + "/data", admin: "",
          gateway: .unlimited,
          projects: channels.map { Project(channel: $0, secret: Secret("s"), bot: "bot") })),
      tokenStore: JournalTokenStore(journal: journal), media: MediaStore(folder: folder.path + "/media"),
      running: AdminDesk.Running(
        startedAt: time.now.wall, bots: bots, outgoing: outgoing, queue: queue, sending: { sender.status },
        reload: { ReloadReport() }, missingCredentials: { [] },
        renewToken: { _ in throw AdminRefusal(.failed, "no provider") }, provider: gateway),
      now: { time.now.wall })
    let path = folder.path + "/admin.sock"
    let server = AdminServer.make(
      socket: try ListeningSocket(path: path, mode: 0o600, for: "admin"), desk: desk, logger: .silent)
    let routes = MonitorRoutes(journal: journal, registry: metrics.registry)
    let monitor = try ListeningSocket(Endpoint(host: "127.0.0.1", port: 0), for: "monitor")
    var services: [any Service] = [
      Dispatcher(
        journal: journal, bots: bots, queue: queue, outgoing: outgoing, calling: Bell(), metrics: metrics,
        latch: latch,
        logger: .silent, now: { time.now.wall }),
      TimerLoop(
        journal: journal, queue: queue, latch: latch, logger: .silent, now: { time.now.wall },
        sleep: time.clock.sleep),
      server, HTTPServer(socket: monitor, logger: .silent) { request, _ in await routes.answer(request) },
    ]
    if sends { services.insert(sender, at: 0) }
    let group = ServiceGroup(
      configuration: .init(services: services.map { .init(service: $0) }, logger: .silent))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      try await body(
        PeopleBench(
          journal: journal, admin: AdminClient(socket: path), provider: provider, time: time, queue: queue,
          outgoing: outgoing,
          monitor: "\(try #require(monitor.endpoint))", socket: path))
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
    // A process that dies closes nothing.
    if sends { try await journal.close() }
  }

  /// The customer writes; returns once the message was run.
  func hear(_ text: String, from number: String = customer, project: String = "16") async throws {
    let count = Int.random(in: 0..<Int.max)
    let now = time.now.wall
    let accepted = try await journal.accept(
      IncomingMessage(
        channel: Channel(clientID: "0009", projectID: project), messageID: "\(count)", number: number,
        text: text, providerAt: now, receivedAt: now))
    guard case .new(let contactID, let inboxID) = accepted else { return }
    outgoing.heard(contactID)
    queue.add([contactID])
    while !Task.isCancelled, try await !journal.hasRun(inboxID: inboxID) { await Task.yield() }
  }

  /// A person says `text`.
  @discardableResult
  func say(
    _ text: String, key: String, besideBot: AgentMessage.BesideBot = .refuse, to number: String = customer,
    project: String? = nil
  ) async throws -> SayReply {
    try await admin.say(
      number, projectID: project, SayOrder(.text(text), key: key, besideBot: besideBot))
  }

  /// The same where timers must fire first. A loop that looked at the clock just before it was moved sleeps on until it is
  /// moved again.
  func receivedInTime(_ count: Int) async -> [String] {
    while provider.messages.count < count, !Task.isCancelled {
      for _ in 0..<5000 where provider.messages.count < count { await Task.yield() }
      time.advance(by: .milliseconds(500))
    }
    return provider.messages.map(\.text)
  }

  /// Returns what the provider has got, once that is so many messages or more.
  func received(_ count: Int) async -> [String] {
    while provider.messages.count < count, !Task.isCancelled { await Task.yield() }
    return provider.messages.map(\.text)
  }

  /// Returns once every event was run and every message is at an end.
  func settle() async throws {
    while !Task.isCancelled {
      let waiting = try await journal.waiting()
      if waiting.events + waiting.messages == 0 { return }
      await Task.yield()
    }
  }

  /// What a scrape gets.
  func metrics() async throws -> String {
    let request = HTTPClientRequest(url: "http://\(monitor)/metrics")
    let answer = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
    return String(buffer: try await answer.body.collect(upTo: 1 << 20))
  }

  /// The status and body of any call of the admin socket.
  func call(_ method: String, _ path: String, _ body: String = "") async throws -> (Int, String) {
    let escaped = socket.replacing("/", with: "%2F")
    var request = HTTPClientRequest(url: "http+unix://\(escaped)\(path)")
    request.method = .init(rawValue: method)
    request.body = .bytes(ByteBuffer(string: body))
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
    let answer = try await response.body.collect(upTo: 1 << 20)
    return (Int(response.status.code), String(buffer: answer))
  }
}
