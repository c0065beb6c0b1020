import Hummingbird

/// The admin socket's HTTP calls that ask the provider.
enum ProviderRoutes {
  static func add(to router: Router<BasicRequestContext>, _ desk: AdminDesk, _ answer: AdminAnswers) {
    router.get("inquiry") { request, _ in
      try await answer {
        let query = request.uri.queryParameters
        guard let id = query.get("id") else {
          throw AdminRefusal(.invalid, "Give the message's id like /inquiry?id=5d31a231ab0ea.")
        }
        return try await desk.inquire(id, projectID: query.get("project"))
      }
    }
    router.get("number") { request, _ in
      try await answer {
        let query = request.uri.queryParameters
        guard let number = query.get("number") else {
          throw AdminRefusal(.invalid, "Give the number like /number?number=628123456789.")
        }
        return try await desk.check(number, projectID: query.get("project"))
      }
    }
  }
}
