import Foundation

extension AdminClient {
  package func inquire(_ id: String, projectID: String?) async throws -> InquiryReport {
    try await call(.GET, "/inquiry" + Self.query(["id": id, "project": projectID]))
  }

  package func check(_ number: String, projectID: String?) async throws -> NumberReport {
    try await call(.GET, "/number" + Self.query(["number": number, "project": projectID]))
  }
}
