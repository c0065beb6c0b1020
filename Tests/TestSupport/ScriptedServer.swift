import Glibc
import NIOCore
import NIOPosix
import Synchronization

/// A server that does, request by request, what a test tells it: also what no decent server does.
///
/// It speaks HTTP/1.1 on loopback, byte by byte, and complains of what a well-behaved client never sends.
package final class ScriptedServer: Sendable {
  package typealias Script = @Sendable (Request) async -> Reaction

  package struct Request: Sendable {
    package var method: String
    package var path: String
    /// By lower-case name.
    package var headers: [String: String]
    package var body: [UInt8]
    /// Counts the requests of this path, from 1.
    package var number: Int
  }

  package enum Reaction: Sendable {
    case answer(http: Int, headers: [String: String] = [:], body: String)
    /// These bytes as they are, then the end of the connection.
    case raw(String)
    /// These bytes, and then nothing for ever.
    case stall(String)
    case reset
  }

  /// What happens before the script sees a request.
  package struct Manners: Sendable {
    /// Resets the connection after so many bytes of a request's body.
    package var resetsAfterBodyBytes: Int?
    /// Ends each connection after one answer, without saying so.
    package var closesAfterAnswer = false
    /// What any other method is complained of; nil to take all.
    package var method: String?

    package init(method: String? = "POST") { self.method = method }
  }

  package let port: Int
  private let server: NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never>
  private let seen = Mutex<[Request]>([])
  private let violations = Mutex<[String]>([])
  private let script: Script
  private let manners: Manners

  private init(
    _ server: NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never>, _ manners: Manners,
    _ script: @escaping Script
  ) {
    self.server = server
    self.script = script
    self.manners = manners
    port = server.channel.localAddress?.port ?? 0
  }

  package var url: String { "http://127.0.0.1:\(port)" }

  /// Requests so far, in the order in which they were read whole.
  package var requests: [Request] { seen.withLock { $0 } }

  package func requests(to path: String) -> [Request] { requests.filter { $0.path == path } }

  /// What was wrong with what clients sent.
  package var complaints: [String] { violations.withLock { $0 } }

  /// Runs a provider for the length of `body`.
  package static func run<Result: Sendable>(
    manners: Manners = Manners(), _ script: @escaping Script,
    _ body: @Sendable (ScriptedServer) async throws -> Result
  ) async throws -> Result {
    let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 256)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let provider = ScriptedServer(server, manners, script)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await provider.accept() }
      let result = try await body(provider)
      group.cancelAll()
      return result
    }
  }

  private func accept() async {
    await withDiscardingTaskGroup { group in
      try? await server.executeThenClose { connections in
        for try await connection in connections {
          group.addTask { await self.serve(connection) }
        }
      }
      group.cancelAll()
    }
  }

  private func serve(_ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async {
    try? await connection.executeThenClose { inbound, outbound in
      var reader = RequestReader(inbound.makeAsyncIterator())
      while let head = try await reader.head() {
        if let limit = manners.resetsAfterBodyBytes, head.contentLength > limit {
          _ = try await reader.body(limit)
          return try await reset(connection)
        }
        let body = try await reader.body(head.contentLength)
        violations.withLock { $0 += head.complaints }
        if let method = manners.method, head.method != method {
          violations.withLock { $0.append("not a \(method): \(head.method)") }
        }
        let request = seen.withLock { seen in
          let number = seen.count { $0.path == head.path } + 1
          seen.append(
            Request(
              method: head.method, path: head.path, headers: head.headers, body: body, number: number))
          return seen[seen.count - 1]
        }
        switch await script(request) {
        case .answer(let http, let headers, let body):
          var text = "HTTP/1.1 \(http) X\r\nContent-Length: \(body.utf8.count)\r\n"
          for (name, value) in headers { text += "\(name): \(value)\r\n" }
          try await outbound.write(ByteBuffer(string: text + "\r\n" + body))
          if manners.closesAfterAnswer { return }
        case .raw(let text): return try await outbound.write(ByteBuffer(string: text))
        case .stall(let text):
          try await outbound.write(ByteBuffer(string: text))
          _ = try await reader.head()
        case .reset: return try await reset(connection)
        }
      }
    }
  }

  private func reset(_ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async throws {
    if let socket = connection.channel as? any SocketOptionProvider {
      try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
    }
    try await connection.channel.close().get()
  }
}
