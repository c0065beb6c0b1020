import Foundation
import Journal

extension AdminClient {
  package func planBroadcast(_ order: BroadcastOrder) async throws -> BroadcastReport {
    try await call(.POST, "/broadcasts/plan", .bytes(try JSONEncoder().encode(order)))
  }

  package func startBroadcast(_ order: BroadcastOrder) async throws -> BroadcastItem {
    try await call(.POST, "/broadcasts", .bytes(try JSONEncoder().encode(order)))
  }

  package func broadcasts(limit: Int) async throws -> [BroadcastItem] {
    try await call(.GET, "/broadcasts?limit=\(limit)")
  }

  package func broadcast(_ id: Int64) async throws -> BroadcastItem {
    try await call(.GET, "/broadcasts/\(id)")
  }

  package func decide(_ verb: BroadcastVerb, broadcast id: Int64) async throws -> BroadcastItem {
    try await call(.POST, "/broadcasts/\(id)/\(verb.rawValue)")
  }

  package func broadcastEnds(_ id: Int64, after line: Int, limit: Int) async throws -> [BroadcastEnd] {
    try await call(.GET, "/broadcasts/\(id)/ends?after=\(line)&limit=\(limit)")
  }
}
