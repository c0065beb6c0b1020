import Foundation
import Journal

extension AdminClient {
  package func sessions(_ filter: SessionFilter, projectID: String?, limit: Int) async throws -> [SessionItem]
  {
    try await call(
      .GET, "/sessions" + Self.query(["filter": filter.rawValue, "project": projectID, "limit": "\(limit)"]))
  }

  package func session(_ number: String, projectID: String?, entries: Int) async throws -> SessionDetail {
    try await call(
      .GET, try Self.session(number) + Self.query(["project": projectID, "entries": "\(entries)"]))
  }

  package func say(_ number: String, projectID: String?, _ order: SayOrder) async throws -> SayReply {
    let path = try Self.session(number) + "/say" + Self.query(["project": projectID])
    return try await call(.POST, path, .bytes(try JSONEncoder().encode(order)))
  }

  package func handOver(_ handover: Handover, _ number: String, projectID: String?) async throws
    -> HandoverReply
  {
    try await call(
      .POST, try Self.session(number) + "/\(handover.rawValue)" + Self.query(["project": projectID]))
  }

  private static func session(_ number: String) throws(AdminRefusal) -> String {
    "/sessions/" + (try AdminDesk.number(number))
  }

  static func query(_ values: [String: String?]) -> String {
    let pairs = values.compactMap { name, value in
      value?.addingPercentEncoding(withAllowedCharacters: .alphanumerics).map { "\(name)=\($0)" }
    }
    return pairs.isEmpty ? "" : "?" + pairs.sorted().joined(separator: "&")
  }
}
