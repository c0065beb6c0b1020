import Foundation
import Ledger

/// A folder with all a daemon needs, gone with the value.
final class Premises: Sendable {
  let folder: String
  let address: CallbackAddress
  let monitor: DaemonMonitor
  let variables = ["BALAS_CALLBACK_TOKEN": "from-the-provider", "BALAS_WAPPIN": "secret"]
  let ports: (callback: Int, monitor: Int)

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "balas-\(UUID())").path
    try FileManager.default.createDirectory(
      atPath: folder + "/bot", withIntermediateDirectories: true)
    ports = (try Self.freePort(), try Self.freePort())
    address = CallbackAddress(
      url: "http://127.0.0.1:\(ports.callback)/callback", bearer: "from-the-provider")
    monitor = DaemonMonitor(url: "http://127.0.0.1:\(ports.monitor)")
    try Data().write(to: URL(filePath: folder + "/log"))
    try Data(Self.picture).write(to: URL(filePath: folder + "/bot/mawar.png"))
    try write(version: "")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func file(_ name: String) -> String { folder + "/" + name }

  var journal: String { file("data/journal.sqlite3") }

  /// What the daemons said, to append to.
  var log: FileHandle? {
    let handle = FileHandle(forWritingAtPath: file("log"))
    _ = try? handle?.seekToEnd()
    return handle
  }

  var logText: String {
    let text = (try? String(contentsOfFile: file("log"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").suffix(30).joined(separator: "\n")
  }

  /// - Parameter contactRate: how many messages a customer gets in a second.
  func configure(provider: String, contactRate: Int = 1000) throws {
    try """
    listen: 127.0.0.1:\(ports.callback)
    callback:
      bearer: [{credential: callback-token}]
    data: data
    admin: admin.sock
    monitor: 127.0.0.1:\(ports.monitor)
    gateway:
      base_url: \(provider)
      rate: 5000/s
      contact_rate: \(contactRate)/s
      contact_burst: \(contactRate)
      settle: 1s
    projects:
      - client_id: "0009"
        project_id: "16"
        secret: {credential: wappin}
        bot: bot
    """.write(toFile: file("balas.yaml"), atomically: true, encoding: .utf8)
  }

  /// Writes a bot that answers everything and says which version of it does.
  func write(version: String, isBroken: Bool = false) throws {
    try write(
      bot: """
        scenarios:
          question:
            \(isBroken ? "keyword" : "keywords"): [tanya]
            reply: "jawab\(version) {message.text}"
          picture:
            keywords: [gambar]
            steps:
              - image: mawar.png
                caption: "gambar\(version) {message.text}"
              - say: "sesudah\(version) {message.text}"
        default:
          reply: "maaf\(version) {message.text}"
        """)
  }

  /// Writes the file of the bot.
  func write(bot: String) throws {
    try bot.write(toFile: file("bot/bot.yaml"), atomically: true, encoding: .utf8)
  }

  /// Returns when `condition` is met.
  func wait(for condition: String, _ isMet: () -> Bool) async throws {
    for _ in 0..<20_000 {
      if isMet() { return }
      try await Task.sleep(for: .milliseconds(1))
    }
    throw DaemonProcess.Failure(description: "never came true: \(condition)\n\(logText)")
  }

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let done = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard done else { throw POSIXError(.EADDRNOTAVAIL) }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// A PNG of one pixel.
  private static let picture: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0,
    0, 1,
    8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 0x0D, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x62, 0, 1, 0,
    0, 5,
    0, 1, 0x0D, 0x0A, 0x2D, 0xB4, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]
}
