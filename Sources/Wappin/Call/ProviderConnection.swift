import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// The provider's address and the connections to it.
///
/// A call is never repeated here (AsyncHTTPClient repeats connecting only, and that is switched off as well), follows no
/// redirect and is not stopped by cancellation.
final class ProviderConnection: Sendable {
  private let client: HTTPClient
  private let requests: Mutex<[Endpoint: HTTPClient.Request]>
  private let limits: WappinLimits

  /// - Throws: if `baseURL` is no HTTP address.
  init(baseURL: String, limits: WappinLimits) throws {
    self.limits = limits
    requests = Mutex(try Self.requests(to: baseURL))
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.timeout = .init(connect: limits.connect.amount)
    configuration.httpVersion = .http1Only
    configuration.connectionPool.idleTimeout = limits.idle.amount
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = limits.connections
    configuration.connectionPool.retryConnectionEstablishment = false
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// Closes the connections; call once, after the last call.
  func shutdown() async throws {
    // An answer may be here before its event loop has told the client that the request's last bytes are written, and a
    // client that is shut down in between ends the process.
    for loop in MultiThreadedEventLoopGroup.singleton.makeIterator() { try await loop.submit {}.get() }
    try await client.shutdown()
  }

  /// Where the calls go from now on.
  ///
  /// - Throws: if `baseURL` is no HTTP address.
  func use(baseURL: String) throws {
    let new = try Self.requests(to: baseURL)
    requests.withLock { $0 = new }
  }

  /// One request for each call, so that its URL is taken apart once.
  private static func requests(to baseURL: String) throws -> [Endpoint: HTTPClient.Request] {
    let base = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
    return Dictionary(
      uniqueKeysWithValues: try Endpoint.allCases.map {
        ($0, try HTTPClient.Request(url: base + $0.rawValue, method: .POST))
      })
  }

  /// A body, and how it is sent.
  enum Body {
    case none
    case json([UInt8])
    case form(MultipartForm)
  }

  struct Reply {
    var http: Int
    var body: [UInt8]
    var retryAfter: String?
  }

  /// Posts once.
  func post(_ endpoint: Endpoint, authorization: String, body: Body) async throws(NetworkTrouble) -> Reply {
    guard var request = requests.withLock({ $0[endpoint] }) else {
      throw NetworkTrouble(kind: "refused", detail: "There is no address.", mayHaveArrived: false)
    }
    let start = BodyStart()
    request.headers = ["Authorization": authorization, "Accept": "application/json"]
    var upload: Int64 = 0
    switch body {
    case .none: break
    case .json(let bytes):
      request.headers.add(name: "Content-Type", value: "application/json")
      request.body = .stream(contentLength: Int64(bytes.count)) { writer in
        start.isAsked.store(true, ordering: .releasing)
        return writer.write(.byteBuffer(ByteBuffer(bytes: bytes)))
      }
    case .form(let form):
      upload = form.length
      request.headers.add(name: "Content-Type", value: form.contentType)
      request.body = .stream(contentLength: upload) { writer in
        start.isAsked.store(true, ordering: .releasing)
        let done = MultiThreadedEventLoopGroup.singleton.any().makePromise(of: Void.self)
        done.completeWithTask { try await form.send { try await writer.write(.byteBuffer($0)).get() } }
        return done.futureResult
      }
    }
    do {
      let response = try await client.execute(
        request: request,
        delegate: ResponseAccumulator(request: request, maxBodySize: limits.answerSize),
        deadline: .now() + limits.time(forUpload: upload).amount
      ).futureResult.get()
      return Reply(
        http: Int(response.status.code),
        body: response.body.map { Array($0.readableBytesView) } ?? [],
        retryAfter: response.headers.first(name: "Retry-After"))
    } catch {
      throw NetworkTrouble(error, mayHaveArrived: start.isAsked.load(ordering: .acquiring))
    }
  }

  /// Whether the connection ever asked for the body: a request whose body never left was never understood.
  private final class BodyStart: Sendable {
    let isAsked = Atomic(false)
  }
}

extension Duration {
  fileprivate var amount: TimeAmount {
    .nanoseconds(components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000)
  }
}
