import Dialogue
import Foundation
import Hummingbird

/// The admin socket's HTTP calls that look back at what customers wrote.
enum ReviewRoutes {
  /// Bytes of a bot that comes with a call: what a bot may hold, and its writing as JSON.
  private static let botLimit = 80 << 20

  static func add(to router: Router<BasicRequestContext>, _ desk: AdminDesk, _ answer: AdminAnswers) {
    router.get("why") { request, _ in
      try await answer {
        let query = request.uri.queryParameters
        guard let id = query.get("id") else {
          throw AdminRefusal(.invalid, "Give the message's id like /why?id=inbox%2F7.")
        }
        return try await desk.why(id, projectID: query.get("project"))
      }
    }
    router.get("unanswered") { request, _ in
      try await answer {
        let query = request.uri.queryParameters
        return try await desk.unanswered(
          since: since(request), projectID: query.get("project"),
          limit: min(max(query.get("limit", as: Int.self) ?? 50, 1), 1000))
      }
    }
    router.get("plan") { request, _ in
      try await answer {
        try await desk.plan(since: since(request), projectID: request.uri.queryParameters.get("project"))
      }
    }
    router.post("plan") { request, _ in
      try await answer {
        let body = try await request.body.collect(upTo: botLimit)
        guard let order = try? JSONDecoder().decode(PlanOrder.self, from: Data(body.readableBytesView)) else {
          throw AdminRefusal(
            .invalid, #"The body is no bot: {"folder": …, "version": {"files": …, "media": …}}."#)
        }
        return try await desk.plan(
          since: since(request), projectID: request.uri.queryParameters.get("project"), of: order)
      }
    }
    router.get("usage") { request, _ in
      try await answer {
        try await desk.usage(since: since(request), projectID: request.uri.queryParameters.get("project"))
      }
    }
  }

  /// The moment a caller looks back to, in milliseconds; everything where none is given.
  private static func since(_ request: Request) -> Timestamp {
    Timestamp(milliseconds: request.uri.queryParameters.get("since", as: Int64.self) ?? 0)
  }
}
