import Foundation
import Hummingbird
import Journal
import Logging

/// The admin socket's HTTP calls: JSON in, JSON out.
enum AdminRoutes {
  /// Bytes of one media file.
  static let mediaLimit = 100 << 20
  /// Bytes of one message to send: more than a command line can be, so that its text is refused in words.
  private static let orderLimit = 2 << 20

  static func router(_ desk: AdminDesk, logger: Logger) -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    let answer = AdminAnswers(logger: logger)
    router.get("status") { _, _ in try await answer { try await desk.status() } }
    router.post("reload") { _, _ in try await answer { try await desk.reload() } }
    router.get("outbox") { request, _ in
      try await answer {
        let state = request.uri.queryParameters.get("state").flatMap { OutboxState(rawValue: $0) }
        let limit = request.uri.queryParameters.get("limit", as: Int.self) ?? 50
        return try await desk.outbox(state: state, limit: min(max(limit, 1), 10_000))
      }
    }
    router.get("outbox/:id") { _, context in
      try await answer { try await desk.outboxItem(try context.parameters.require("id", as: Int64.self)) }
    }
    router.post("outbox/:id/retry") { _, context in
      try await answer { try await desk.retry(try context.parameters.require("id", as: Int64.self)) }
    }
    router.post("outbox/:id/drop") { _, context in
      try await answer { try await desk.drop(try context.parameters.require("id", as: Int64.self)) }
    }
    SessionRoutes.add(to: router, desk, answer)
    BroadcastRoutes.add(to: router, desk, answer)
    ProviderRoutes.add(to: router, desk, answer)
    ReviewRoutes.add(to: router, desk, answer)
    router.post("media") { request, _ in
      try await answer { try await keep(request, desk.media) }
    }
    router.post("send") { request, _ in
      try await answer {
        let body = try await request.body.collect(upTo: orderLimit)
        guard let order = try? JSONDecoder().decode(SendOrder.self, from: Data(body.readableBytesView)) else {
          throw AdminRefusal(.invalid, "The body is no message to send.")
        }
        return try await desk.send(order)
      }
    }
    router.get("credentials") { _, _ in try await answer { try desk.missingCredentials() } }
    router.get("token") { _, _ in try await answer { try await desk.tokens() } }
    router.post("token/:client/renew") { _, context in
      try await answer { try await desk.renewToken(clientID: try context.parameters.require("client")) }
    }
    return router
  }

  private static func keep(_ request: Request, _ media: MediaStore) async throws -> String {
    let file = try media.begin()
    var size = 0
    for try await part in request.body {
      size += part.readableBytes
      guard size <= mediaLimit else {
        throw AdminRefusal(.invalid, "A file has at most \(mediaLimit >> 20) MiB.")
      }
      try part.withUnsafeReadableBytes { bytes throws(MediaStoreFailure) in try file.write(bytes) }
    }
    guard request.headers[.contentLength].flatMap({ Int($0) }) ?? size == size else {
      throw AdminRefusal(.invalid, "The file ended early.")
    }
    return try file.finish()
  }
}
