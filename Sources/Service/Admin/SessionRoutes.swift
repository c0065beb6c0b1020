import Foundation
import Hummingbird
import Journal

/// The admin socket's HTTP calls about conversations: what a dashboard for agents is made of.
enum SessionRoutes {
  /// Bytes of one message.
  private static let orderLimit = 2 << 20

  /// As a person wrote it, so it may hold a `+` or blanks.
  private static func number(_ context: BasicRequestContext) throws -> String {
    let written = try context.parameters.require("number")
    return written.removingPercentEncoding ?? written
  }

  static func add(to router: Router<BasicRequestContext>, _ desk: AdminDesk, _ answer: AdminAnswers) {
    router.get("sessions") { request, _ in
      try await answer {
        let query = request.uri.queryParameters
        let word = query.get("filter") ?? SessionFilter.open.rawValue
        guard let filter = SessionFilter(rawValue: word) else {
          let known = SessionFilter.allCases.map(\.rawValue).joined(separator: ", ")
          throw AdminRefusal(.invalid, "There is no filter `\(word)`; there is \(known).")
        }
        let limit = query.get("limit", as: Int.self) ?? 100
        return try await desk.sessions(
          filter, projectID: query.get("project"), limit: min(max(limit, 1), 10_000))
      }
    }
    router.get("sessions/:number") { request, context in
      try await answer {
        let entries = request.uri.queryParameters.get("entries", as: Int.self) ?? 20
        return try await desk.session(
          try number(context), projectID: request.uri.queryParameters.get("project"),
          entries: min(max(entries, 0), 1000))
      }
    }
    router.post("sessions/:number/say") { request, context in
      try await answer {
        let body = try await request.body.collect(upTo: orderLimit)
        guard let order = try? JSONDecoder().decode(SayOrder.self, from: Data(body.readableBytesView)) else {
          throw AdminRefusal(
            .invalid, "The body is no message: write it like {\"text\": \"Halo\", \"key\": \"1\"}.")
        }
        return try await desk.say(
          try number(context), projectID: request.uri.queryParameters.get("project"),
          order)
      }
    }
    for handover in [Handover.pause, .release] {
      router.post("sessions/:number/\(handover.rawValue)") { request, context in
        try await answer {
          try await desk.handOver(
            handover, try number(context),
            projectID: request.uri.queryParameters.get("project"))
        }
      }
    }
  }
}
