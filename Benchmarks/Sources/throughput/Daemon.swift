import Foundation

/// The daemon under load, as an operator would run it.
struct Daemon {
  var binary: String
  var folder: URL
  var provider: Provider
  var connections: Int
  var seconds: Int

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
      let before = try process.usage()
      let answeredBefore = try await Web.answered(by: provider)
      let clock = ContinuousClock()
      let start = clock.now
      let load = try wrk(url: url, run: "reply", text: "halo", seconds: seconds).load()
      guard load.failures == 0 else { throw Failure("the daemon refused \(load.failures) callbacks") }
      var polls = 0
      var answered = 0
      // Each poll is a request of its own, and the token was one.
      while answered < Int(load.requests) {
        try await Task.sleep(for: .milliseconds(20))
        polls += 1
        answered = try await Web.answered(by: provider) - answeredBefore - polls - 1
        guard clock.now - start < .seconds(60) else {
          throw Failure("only \(answered) of \(Int(load.requests)) replies left within a minute")
        }
      }
      let elapsed = (clock.now - start) / .seconds(1)
      let after = try process.usage()
      return Figure(
        perSecond: load.requests / elapsed, cpu: (after.cpu - before.cpu) / load.requests, p99: load.p99,
        memory: after.peakMemory)
    }
  }

  private func wrk(url: String, run: String, text: String, seconds: Int) -> Wrk {
    Wrk(
      url: url, bearer: "benchmark-bearer", connections: connections, seconds: seconds, run: run,
      text: text, contacts: 5000, folder: folder)
  }

  private func running(
    name: String, _ measure: (ChildProcess, String) async throws -> Figure
  ) async throws -> Figure {
    let home = folder.appendingPathComponent(name)
    let bot = home.appendingPathComponent("bot")
    try FileManager.default.createDirectory(at: bot, withIntermediateDirectories: true)
    try """
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
    """.write(to: bot.appendingPathComponent("bot.yaml"), atomically: true, encoding: .utf8)
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
      rate: 1000000/s
      contact_rate: 1000000/s
    projects:
      - client_id: "0009"
        project_id: "16"
        secret: {credential: secret}
        bot: bot
    """.write(to: configuration, atomically: true, encoding: .utf8)
    let process = try ChildProcess(
      binary, ["run", "--config", configuration.path],
      environment: ["BALAS_CALLBACK_TOKEN": "benchmark-bearer", "BALAS_SECRET": "secret"],
      log: home.appendingPathComponent("log"))
    defer { process.stop() }
    try await Web.listening(port: monitor, path: "/readyz")
    return try await measure(process, "http://127.0.0.1:\(port)/callback")
  }
}
