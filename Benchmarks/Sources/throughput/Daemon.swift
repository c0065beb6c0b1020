import Foundation

/// The daemon under load, as an operator would run it.
struct Daemon {
  var binary: String
  var folder: URL
  var provider: Provider
  var connections: Int
  var seconds: Int

  static let credentials = ["BALAS_CALLBACK_TOKEN": "benchmark-bearer", "BALAS_SECRET": "secret"]

  private static let bot = """
    scenarios:
      hello:
        keywords: [halo]
        reply: Halo! Ada yang bisa kami bantu?
      quiet:
        keywords: [diam]
        steps:
          - end: session
    default:
      reply: Maaf, saya belum mengerti.
    """

  /// Messages that a scenario takes without an answer: the way in, the turn, and nothing out.
  func accepts() async throws -> Figure {
    try await running(name: "accepts") { process, url in
      let before = try process.usage()
      let load = try wrk(url: url, run: "accept", text: "diam", seconds: seconds).load()
      guard load.failures == 0 else { throw Failure("the daemon refused \(load.failures) callbacks") }
      let after = try process.usage()
      return Figure(
        perSecond: load.perSecond, cpu: (after.cpu - before.cpu) / load.requests, p99: load.p99,
        memory: after.peakMemory)
    }
  }

  /// Messages that are answered, from the first callback to the last accepted reply.
  func replies() async throws -> Figure {
    try await running(name: "replies") { process, url in
      // For some seconds after its start the daemon looks every reply up, because it does not know yet what was
      // sent before; and connections to the provider are made once.
      let clock = ContinuousClock()
      let warm = clock.now + .seconds(11)
      let first = try wrk(url: url, run: "warm", text: "halo", seconds: 2).load()
      try await provider.answered(Int(first.requests))
      try await clock.sleep(until: warm)

      let before = try process.usage()
      let answeredBefore = try await provider.answered()
      let start = clock.now
      let load = try wrk(url: url, run: "reply", text: "halo", seconds: seconds).load()
      guard load.failures == 0 else { throw Failure("the daemon refused \(load.failures) callbacks") }
      try await provider.answered(answeredBefore + Int(load.requests))
      let elapsed = (clock.now - start) / .seconds(1)
      let after = try process.usage()
      return Figure(
        perSecond: load.requests / elapsed, cpu: (after.cpu - before.cpu) / load.requests, p99: load.p99,
        memory: after.peakMemory)
    }
  }

  /// Replies that wait in the outbox, from the moment they may leave to the last one accepted.
  func departures() async throws -> Figure {
    try await running(name: "departures", rate: "1 per 1h") { process, url in
      let load = try wrk(url: url, run: "depart", text: "halo", seconds: seconds).load()
      guard load.failures == 0 else { throw Failure("the daemon refused \(load.failures) callbacks") }
      let configuration = folder.appendingPathComponent("departures/balas.yaml")
      let text = try String(contentsOf: configuration, encoding: .utf8)
      try text.replacing("rate: 1 per 1h", with: "rate: 1000000/s")
        .write(to: configuration, atomically: true, encoding: .utf8)
      while try isAtWork(configuration) { try await Task.sleep(for: .milliseconds(100)) }

      let before = try process.usage()
      let answeredBefore = try await provider.answered()
      let clock = ContinuousClock()
      let start = clock.now
      _ = try ChildProcess.output(
        of: binary, ["reload", "--wait", "--config", configuration.path], environment: Self.credentials,
        folder: folder)
      // One of them was let through before.
      let count = Int(load.requests) - 1
      try await provider.answered(answeredBefore + count)
      let elapsed = (clock.now - start) / .seconds(1)
      let after = try process.usage()
      return Figure(
        perSecond: Double(count) / elapsed, cpu: (after.cpu - before.cpu) / Double(count),
        memory: after.peakMemory)
    }
  }

  /// Whether messages wait for their turn.
  func isAtWork(_ configuration: URL) throws -> Bool {
    struct Status: Decodable {
      struct Counts: Decodable { var inbox: [String: Int] }
      var counts: Counts
    }
    let printed = try ChildProcess.output(
      of: binary, ["status", "--format", "json", "--config", configuration.path],
      environment: Self.credentials, folder: folder)
    return try JSONDecoder().decode(Status.self, from: Data(printed.utf8)).counts.inbox["new", default: 0] > 0
  }

  private func wrk(url: String, run: String, text: String, seconds: Int) -> Wrk {
    Wrk(
      url: url, bearer: "benchmark-bearer", connections: connections, seconds: seconds, run: run,
      text: text, contacts: 5000, folder: folder)
  }

  func running<Result>(
    name: String, rate: String = "1000000/s", bot text: String = Self.bot,
    _ measure: (ChildProcess, String) async throws -> Result
  ) async throws -> Result {
    let home = folder.appendingPathComponent(name)
    try? FileManager.default.removeItem(at: home)
    let bot = home.appendingPathComponent("bot")
    try FileManager.default.createDirectory(at: bot, withIntermediateDirectories: true)
    try text.write(to: bot.appendingPathComponent("bot.yaml"), atomically: true, encoding: .utf8)
    let port = try freePort()
    let monitor = try freePort()
    let configuration = home.appendingPathComponent("balas.yaml")
    try """
    listen: 127.0.0.1:\(port)
    callback:
      bearer: [{credential: callback-token}]
    data: data
    admin: admin.sock
    monitor: 127.0.0.1:\(monitor)
    gateway:
      base_url: http://127.0.0.1:\(provider.port)
      rate: \(rate)
      contact_rate: 1000000/s
    projects:
      - client_id: "0009"
        project_id: "16"
        secret: {credential: secret}
        bot: bot
    """.write(to: configuration, atomically: true, encoding: .utf8)
    let process = try ChildProcess(
      binary, ["run", "--config", configuration.path], environment: Self.credentials,
      log: home.appendingPathComponent("log"))
    defer { process.stop() }
    try await Web.listening(port: monitor, path: "/readyz")
    return try await measure(process, "http://127.0.0.1:\(port)/callback")
  }
}
