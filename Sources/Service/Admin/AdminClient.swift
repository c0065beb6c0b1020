import AsyncHTTPClient
import Foundation
import Glibc
import Journal
import NIOCore
import NIOHTTP1

/// Asks a running daemon over its admin socket.
package struct AdminClient: Administration {
  private let socket: String
  private let client: HTTPClient

  /// - Parameter socket: the path of the admin socket.
  package init(socket: String, client: HTTPClient = .shared) {
    self.socket = socket
    self.client = client
  }

  package func status() async throws -> StatusReport { try await call(.GET, "/status") }
  package func reload() async throws -> ReloadReply { try await call(.POST, "/reload") }

  package func outbox(state: OutboxState?, limit: Int) async throws -> [OutboxItem] {
    try await call(.GET, "/outbox?limit=\(limit)" + (state.map { "&state=\($0.rawValue)" } ?? ""))
  }

  package func outboxItem(_ id: Int64) async throws -> OutboxItem { try await call(.GET, "/outbox/\(id)") }
  package func retry(_ id: Int64) async throws -> OutboxItem { try await call(.POST, "/outbox/\(id)/retry") }
  package func drop(_ id: Int64) async throws -> OutboxItem { try await call(.POST, "/outbox/\(id)/drop") }

  package func keepMedia(_ path: String) async throws -> String {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    } catch {
      throw AdminRefusal(.invalid, "\(path) cannot be read.")
    }
    return try await call(.POST, "/media", .bytes(data))
  }

  package func send(_ order: SendOrder) async throws -> OutboxItem {
    try await call(.POST, "/send", .bytes(try JSONEncoder().encode(order)))
  }

  package func tokens() async throws -> [TokenItem] { try await call(.GET, "/token") }

  package func renewToken(clientID: String) async throws -> TokenItem {
    try await call(.POST, "/token/\(clientID)/renew")
  }

  /// What the configuration names and the daemon's process has no secret for, a sentence each.
  package func missingCredentials() async throws -> [String] { try await call(.GET, "/credentials") }

  /// The HTTP client would try for a while where nobody listens.
  private func probe() throws {
    guard let address = try? SocketAddress(unixDomainSocketPath: socket) else {
      throw AdminRefusal(.failed, "\(socket) is no path of a socket.")
    }
    let descriptor = Glibc.socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    defer { close(descriptor) }
    guard address.withSockAddr({ connect(descriptor, $0, socklen_t($1)) }) != 0 else { return }
    switch errno {
    case EACCES:
      throw AdminRefusal(
        .failed, "This user may not ask the daemon at \(socket); join its group, or use sudo.")
    default:
      throw AdminRefusal(
        .failed, "No daemon answers at \(socket); start it, or name another socket with --admin.")
    }
  }

  func call<Value: Decodable>(
    _ method: HTTPMethod, _ uri: String, _ body: HTTPClientRequest.Body? = nil
  ) async throws -> Value {
    guard let url = URL(httpURLWithSocketPath: socket, uri: uri) else {
      throw AdminRefusal(.failed, "\(socket) is no path of a socket.")
    }
    try probe()
    var request = HTTPClientRequest(url: url.absoluteString)
    request.method = method
    request.body = body
    let response: HTTPClientResponse
    do {
      response = try await client.execute(request, timeout: .seconds(120))
    } catch {
      throw AdminRefusal(
        .failed,
        "The daemon at \(socket) does not answer (\(error)); look at its log.")
    }
    let bytes = try await response.body.collect(upTo: 64 << 20)
    let decoder = JSONDecoder()
    guard response.status == .ok else {
      throw (try? decoder.decode(AdminRefusal.self, from: Data(bytes.readableBytesView)))
        ?? AdminRefusal(.failed, "The daemon answered \(response.status.code).")
    }
    return try decoder.decode(Value.self, from: Data(bytes.readableBytesView))
  }
}
