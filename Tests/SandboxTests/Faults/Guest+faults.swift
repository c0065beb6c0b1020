import Foundation
import Sandbox
import TestSupport

extension Guest {
  /// Sets a fault; the id it is listed by.
  @discardableResult
  func set(_ fault: String) async throws -> Int {
    try await post("/sandbox/faults", fault).json["id"] as? Int ?? 0
  }

  /// Begins to send a text, over a connection whose end can be looked at.
  func begin(_ text: String) async throws -> Caller {
    let body =
      #"{"client_id":"0009","project_id":"16","message_content":"\#(text)","recipient_number":"6281234567801"}"#
    let head = [
      "POST /v1/message/do-send HTTP/1.1", "Host: localhost", "Authorization: Bearer \(try await token())",
      "Content-Length: \(body.utf8.count)", "", "",
    ]
    let caller = try Caller(port: address.port)
    caller.send(head.joined(separator: "\r\n") + body)
    return caller
  }

  /// The exchanges the query asks for.
  func exchanges(_ query: String = "") async throws -> [[String: Any]] {
    let text = try await get("/sandbox/traffic\(query)").text
    return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
  }
}
