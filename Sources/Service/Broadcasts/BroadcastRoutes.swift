import Foundation
import Hummingbird

/// The admin socket's HTTP calls about broadcasts.
enum BroadcastRoutes {
  /// Bytes of one order, which has the whole file in it.
  private static let orderLimit = 64 << 20

  static func add(to router: Router<BasicRequestContext>, _ desk: AdminDesk, _ answer: AdminAnswers) {
    router.post("broadcasts/plan") { request, _ in
      try await answer { try await desk.planBroadcast(try await order(request)) }
    }
    router.post("broadcasts") { request, _ in
      try await answer { try await desk.startBroadcast(try await order(request)) }
    }
    router.get("broadcasts") { request, _ in
      try await answer {
        let limit = request.uri.queryParameters.get("limit", as: Int.self) ?? 20
        return try await desk.broadcasts(limit: min(max(limit, 1), 1000))
      }
    }
    router.get("broadcasts/:id") { _, context in
      try await answer { try await desk.broadcast(try context.parameters.require("id", as: Int64.self)) }
    }
    router.get("broadcasts/:id/ends") { request, context in
      try await answer {
        let query = request.uri.queryParameters
        return try await desk.broadcastEnds(
          try context.parameters.require("id", as: Int64.self), after: query.get("after", as: Int.self) ?? 0,
          limit: min(max(query.get("limit", as: Int.self) ?? 1000, 1), 10_000))
      }
    }
    for verb in BroadcastVerb.allCases {
      router.post("broadcasts/:id/\(verb.rawValue)") { _, context in
        try await answer {
          try await desk.decide(verb, broadcast: try context.parameters.require("id", as: Int64.self))
        }
      }
    }
  }

  private static func order(_ request: Request) async throws -> BroadcastOrder {
    let body = try await request.body.collect(upTo: orderLimit)
    do {
      return try JSONDecoder().decode(BroadcastOrder.self, from: Data(body.readableBytesView))
    } catch let refusal as AdminRefusal {
      throw refusal
    } catch {
      throw AdminRefusal(
        .invalid,
        "The body is no broadcast: it needs at least `template`, `file` and, in base64, `csv`.")
    }
  }
}
