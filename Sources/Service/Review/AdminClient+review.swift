import AsyncHTTPClient
import Dialogue
import Foundation

extension AdminClient {
  package func why(_ id: String, projectID: String?) async throws -> WhyReport {
    try await call(.GET, "/why" + Self.query(["id": id, "project": projectID]))
  }

  package func unanswered(since: Timestamp, projectID: String?, limit: Int) async throws -> UnansweredReport {
    try await call(
      .GET,
      "/unanswered"
        + Self.query(["since": "\(since.milliseconds)", "project": projectID, "limit": "\(limit)"]))
  }

  package func plan(since: Timestamp, projectID: String?) async throws -> PlanReport {
    try await call(
      .GET, "/plan" + Self.query(["since": "\(since.milliseconds)", "project": projectID]))
  }

  package func plan(since: Timestamp, projectID: String?, of order: PlanOrder) async throws -> PlanReport {
    try await call(
      .POST, "/plan" + Self.query(["since": "\(since.milliseconds)", "project": projectID]),
      .bytes(try JSONEncoder().encode(order)))
  }

  package func usage(since: Timestamp, projectID: String?) async throws -> UsageReport {
    try await call(
      .GET, "/usage" + Self.query(["since": "\(since.milliseconds)", "project": projectID]))
  }
}
