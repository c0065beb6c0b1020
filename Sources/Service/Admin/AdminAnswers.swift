import HTTPTypes
import Hummingbird
import Logging

/// Answers an admin call in JSON: with what it returns, or with its refusal.
struct AdminAnswers: Sendable {
  let logger: Logger

  func callAsFunction<Value: Encodable & SendableMetatype>(_ work: () async throws -> Value) async throws
    -> Response
  {
    do {
      return try .json(try await work())
    } catch let refusal as AdminRefusal {
      return try .json(refusal, status: refusal.status)
    } catch {
      logger.error("an admin call failed: \(error)")
      return try .json(AdminRefusal(.failed, "\(error)"), status: .internalServerError)
    }
  }
}

extension AdminRefusal {
  fileprivate var status: HTTPResponse.Status {
    switch kind {
    case .notFound: .notFound
    case .invalid: .unprocessableContent
    case .conflict: .conflict
    case .failed: .badGateway
    }
  }
}
