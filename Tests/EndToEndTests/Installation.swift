import Foundation

/// A folder with a configuration, a bot and room for data; gone with its last reference.
final class Installation: Sendable {
  let path: String
  let port: Int
  var config: String { path + "/balas.yaml" }
  var data: String { path + "/data" }
  var bot: String { path + "/bot/bot.yaml" }
  let environment = ["BALAS_SECRET": "s"]

  /// - Parameters:
  ///   - port: 0 lets the kernel choose.
  ///   - provider: its address; nil for one where nobody answers.
  init(port: Int = 0, data: String = "data", provider: String? = nil) throws {
    self.port = port
    // Short, because a socket's path has at most 107 bytes.
    path = "/tmp/balas-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(atPath: path + "/bot", withIntermediateDirectories: true)
    try provide(provider ?? "http://127.0.0.1:1", data: data)
    try write("bot/bot.yaml", Self.botFile(saying: "Maaf."))
  }

  /// Writes the configuration.
  ///
  /// - Parameter provider: its address.
  func provide(_ provider: String, data: String = "data") throws {
    try write(
      "balas.yaml",
      """
      listen: 127.0.0.1:\(port)
      data: \(data)
      admin: admin.sock
      gateway: {base_url: "\(provider)"}
      projects:
        - {client_id: "0009", project_id: "16", secret: {credential: secret}, bot: bot}

      """)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  static func botFile(saying text: String) -> String {
    """
    scenarios:
      hello:
        keywords: [halo]
        reply: "Halo!"
    default:
      reply: "\(text)"

    """
  }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
  }

  /// The daemon, started; it may not be ready yet.
  func start(_ more: [String] = [], environment: [String: String] = [:]) throws -> BalasProcess {
    try BalasProcess(
      ["run", "--config", config] + more,
      environment: self.environment.merging(environment) { _, new in new })
  }

  /// What `balas status` says of channels, versions included.
  func channels() throws -> [Substring] {
    try balas("status").output.split(separator: "\n").filter { $0.hasPrefix("channel ") }
  }

  /// A verb of the command line, run to its end.
  ///
  /// - Parameter environment: more variables, such as a secret.
  func balas(_ arguments: String..., environment: [String: String] = [:]) throws -> Command {
    try Command.run(Repository.program, arguments + ["--config", config], environment: environment)
  }
}
