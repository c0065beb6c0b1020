import Dialogue
import Foundation
import Testing

@testable import Service

@Suite struct AdminSocketTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/admin.sock" }

  init() throws { folder = try TemporaryFolder() }

  private func configuration() -> Configuration {
    Configuration(
      listen: Endpoint(host: "127.0.0.1", port: 0), data: folder.path, admin: path,
      gateway: GatewaySettings(),
      projects: [])
  }

  @Test("a socket that somebody answers is not taken over, and its file stays")
  func taken() throws {
    let first = try ListeningSocket(path: path, mode: 0o600, for: "admin")
    let failure = #expect(throws: DaemonFailure.self) {
      try ListeningSocket(path: path, mode: 0o600, for: "admin")
    }
    #expect(failure?.exit == .unavailable)
    #expect(failure?.description.contains("another process answers at \(path)") == true)
    #expect(FileManager.default.fileExists(atPath: path))
    first.close()
  }

  @Test("a socket that a dead process left is replaced")
  func left() throws {
    try ListeningSocket(path: path, mode: 0o600, for: "admin").close()
    #expect(FileManager.default.fileExists(atPath: path))
    try ListeningSocket(path: path, mode: 0o600, for: "admin").close()
  }

  @Test("a daemon takes its own socket away at its end, and nobody else's")
  func removal() throws {
    let sockets = try DaemonSockets(configuration(), variables: [:])
    sockets.remove()
    #expect(!FileManager.default.fileExists(atPath: path))
    let other = try ListeningSocket(path: path, mode: 0o600, for: "admin")
    sockets.close()
    #expect(FileManager.default.fileExists(atPath: path))
    other.close()
  }
}
