import AsyncHTTPClient
import Foundation
import NIOCore
import NIOFoundationCompat
import NIOHTTP1

/// Where a daemon takes callbacks ("Wappin API v1.7, Callback").
package struct CallbackAddress: Sendable {
  package var url: String
  package var bearer: String
  package var clientID = "0009"
  package var projectID = "16"

  package init(url: String, bearer: String) {
    self.url = url
    self.bearer = bearer
  }

  /// Whether the daemon answered a customer's message with `000`.
  func post(message id: String, from number: String, text: String) async throws -> Bool {
    try await post(fields(id, number, content: text, status: "-", type: "message"))
  }

  /// Whether the daemon answered news of its own message with `000`.
  func post(status: String, of id: String, to number: String) async throws -> Bool {
    try await post(fields(id, number, content: "-", status: status, type: "status"))
  }

  private func fields(
    _ id: String, _ number: String, content: String, status: String, type: String
  ) -> [String: String] {
    [
      "message_id": id, "client_id": clientID, "project_id": projectID, "sender_number": number,
      "message_content": content, "status_messages": status, "environment": "PRODUCTION",
      "timestamp": "\(Int(Date().timeIntervalSince1970))", "callback_type": type,
    ]
  }

  private func post(_ fields: [String: String]) async throws -> Bool {
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers = ["Content-Type": "application/json", "Authorization": "Bearer \(bearer)"]
    request.body = .bytes(ByteBuffer(data: try JSONEncoder().encode(fields)))
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
    let answer = try await response.body.collect(upTo: 1 << 16)
    let reply = try? JSONDecoder().decode([String: String].self, from: Data(buffer: answer))
    return response.status == .ok && reply == ["status": "000"]
  }
}
