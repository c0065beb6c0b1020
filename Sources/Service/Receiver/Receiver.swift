import Atomics
import CoreMetrics
import Dispatch
import Gateway
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Outcall
import Synchronization

/// Answers the provider's callbacks: `000` only for what is on disk.
package final class Receiver: Sendable {
  /// What a reload replaces.
  package struct Rules: Sendable {
    package var door: CallbackDoor
    package var routes: CallbackRoutes

    package init(door: CallbackDoor, routes: CallbackRoutes) {
      self.door = door
      self.routes = routes
    }
  }

  /// How many callbacks may wait for the disk at once; statuses are turned away at half of it.
  package static let waitingLimit = 2048
  /// Bytes of one callback.
  package static let bodyLimit = 256 << 10

  private let rules: Mutex<Rules>
  private let intake: CallbackIntake
  private let dialect: any CallbackDialect
  private let waiting = ManagedAtomic(0)
  private let waitingLimit: Int
  private let acknowledged: Response

  package init(
    rules: Rules, intake: CallbackIntake, dialect: any CallbackDialect,
    waitingLimit: Int = Receiver.waitingLimit
  ) {
    self.rules = Mutex(rules)
    self.intake = intake
    self.dialect = dialect
    self.waitingLimit = waitingLimit
    acknowledged = .json(ByteBuffer(bytes: dialect.acknowledgement))
  }

  package func use(_ rules: Rules) { self.rules.withLock { $0 = rules } }

  /// The answer to one request.
  ///
  /// - Parameter peer: the other end of the connection; nil if it has no IP address.
  package func answer(_ request: Request, peer: IPAddress?, isBeyondLimit: Bool = false) async -> Response {
    let began = DispatchTime.now().uptimeNanoseconds
    let rules = rules.withLock { $0 }
    if let refusal = rules.door.refusal(
      method: request.method, path: request.uri.path, headers: request.headers, peer: peer)
    {
      intake.metrics.refused(refusal.rawValue)
      return Self.response(to: refusal)
    }
    guard !isBeyondLimit else { return shed("too many connections") }
    let declared = request.headers[.contentLength].flatMap { Int($0) }
    guard declared ?? 0 <= Self.bodyLimit else { return tooLarge() }
    let buffer: ByteBuffer
    do {
      guard let whole = try await Self.body(of: request) else { return tooLarge() }
      buffer = whole
    } catch {
      return endedEarly()
    }
    guard declared.map({ $0 == buffer.readableBytes }) ?? true else { return endedEarly() }
    let body = Array(buffer.readableBytesView)
    let callback = dialect.read(body)
    let now = waiting.wrappingIncrementThenLoad(ordering: .relaxed)
    defer { waiting.wrappingDecrement(ordering: .relaxed) }
    guard now <= callback.waitingLimit(of: waitingLimit) else { return shed("too many callbacks at once") }
    let result = await intake.keep(callback, body: body, routes: rules.routes)
    intake.metrics.acceptTime.recordNanoseconds(DispatchTime.now().uptimeNanoseconds - began)
    return result == .kept ? acknowledged : unavailable("The message could not be kept.")
  }

  /// Nil if there are more than ``bodyLimit`` bytes; throws if the caller goes away.
  private static func body(of request: Request) async throws -> ByteBuffer? {
    var whole: ByteBuffer?
    for try await part in request.body {
      guard (whole?.readableBytes ?? 0) + part.readableBytes <= bodyLimit else { return nil }
      if whole == nil { whole = part } else { whole?.writeImmutableBuffer(part) }
    }
    return whole ?? ByteBuffer()
  }

  private func endedEarly() -> Response { .refusal(.badRequest, "The body ended early.") }

  private func tooLarge() -> Response {
    intake.metrics.refused(413)
    return .refusal(.contentTooLarge, "A callback has at most \(Self.bodyLimit >> 10) KiB.")
  }

  private func shed(_ why: String) -> Response {
    intake.metrics.shed.increment()
    return unavailable("Not now: \(why).")
  }

  private func unavailable(_ sentence: String) -> Response {
    var response = Response.text(sentence + "\n", status: .serviceUnavailable)
    response.headers[.retryAfter] = "1"
    return response
  }

  private static func response(to refusal: CallbackDoor.Refusal) -> Response {
    switch refusal {
    case .path: .refusal(.notFound, "Nothing is here.")
    case .method: .refusal(.methodNotAllowed, "Callbacks come by POST.", extra: [.allow: "POST"])
    case .address: .refusal(.forbidden, "This address may not call.")
    case .bearer:
      .refusal(.unauthorized, "The bearer token is missing or wrong.", extra: [.wwwAuthenticate: "Bearer"])
    }
  }
}

extension Callback {
  /// How many callbacks may wait when one of this kind is still taken: news of sent messages is turned away first.
  fileprivate func waitingLimit(of limit: Int) -> Int {
    if case .status = self { limit / 2 } else { limit }
  }
}
