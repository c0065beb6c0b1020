import AsyncHTTPClient
import Foundation
import Journal
import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle
import Testing

@testable import Service

/// A whole daemon in this process, with a provider on loopback.
struct DaemonBench: Sendable {
  let folder: TemporaryFolder
  let daemon: Daemon
  let addresses: Daemon.Addresses
  let provider: SmallProvider
  let log: RecordedLog
  private let baseURL: String
  private let settings: String

  /// Runs a daemon for the length of `body`, then stops it.
  ///
  /// - Parameters:
  ///   - bot: its `bot.yaml`.
  ///   - settings: lines to add to its `balas.yaml`.
  /// - Returns: what its journal then holds.
  @discardableResult
  static func run(
    provider: SmallProvider = SmallProvider(), bot: String = Samples.botFile,
    settings: String = "", log: RecordedLog = RecordedLog(),
    _ body: @escaping @Sendable (DaemonBench) async throws -> Void
  ) async throws -> Journal.Counts {
    let folder = try TemporaryFolder()
    try folder.write("bot/bot.yaml", bot)
    try await provider.run { url in
      try configure(folder, baseURL: url, projects: ["16"], settings: settings)
      let (starts, started) = AsyncStream.makeStream(of: Daemon.Addresses.self)
      let daemon = Daemon(
        configuration: .file(folder.path + "/balas.yaml"),
        environment: DaemonEnvironment(variables: [
          "BALAS_SECRET": "geheim", "BALAS_TOKEN": "from-provider", "BALAS_SECRET_ERP_KEY": "s3cret",
        ]),
        logger: log.logger()
      ) { started.yield($0) }
      let group = ServiceGroup(configuration: .init(services: [.init(service: daemon)], logger: .silent))
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
          defer { started.finish() }
          try await group.run()
        }
        for await addresses in starts {
          try await body(
            DaemonBench(
              folder: folder, daemon: daemon, addresses: addresses, provider: provider, log: log,
              baseURL: url,
              settings: settings))
          break
        }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
      }
    }
    let journal = try Journal(folder: folder.path + "/data")
    let counts = try await journal.counts()
    try await journal.close()
    return counts
  }

  /// Writes the configuration anew, for a reload.
  func configure(projects: [String], secret: String = "secret") throws {
    try Self.configure(folder, baseURL: baseURL, projects: projects, secret: secret, settings: settings)
  }

  private static func configure(
    _ folder: TemporaryFolder, baseURL: String, projects: [String], secret: String = "secret",
    settings: String
  ) throws {
    let list = projects.map {
      "  - {client_id: \"0009\", project_id: \"\($0)\", secret: {credential: \(secret)}, bot: bot}\n"
    }
    try folder.write(
      "balas.yaml",
      """
      listen: 127.0.0.1:0
      callback: {bearer: [{credential: token}]}
      data: data
      admin: admin.sock
      monitor: 127.0.0.1:0
      gateway: {base_url: "\(baseURL)"}
      projects:
      \(list.joined())\(settings)

      """)
  }

  /// Posts a callback as the provider does; the answer's status and body.
  func post(_ body: String) async throws -> (status: Int, body: String) {
    var request = HTTPClientRequest(url: "http://\(addresses.callback)/callback")
    request.method = .POST
    request.headers.add(name: "Authorization", value: "Bearer from-provider")
    request.body = .bytes(ByteBuffer(string: body))
    return try await answer(request)
  }

  /// Asks the monitor; the answer's status and body.
  func monitor(_ path: String) async throws -> (status: Int, body: String) {
    let monitor = try #require(addresses.monitor)
    return try await answer(HTTPClientRequest(url: "http://\(monitor)\(path)"))
  }

  private func answer(_ request: HTTPClientRequest) async throws -> (status: Int, body: String) {
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
    let body = try await response.body.collect(upTo: 1 << 20)
    return (Int(response.status.code), String(buffer: body))
  }
}
