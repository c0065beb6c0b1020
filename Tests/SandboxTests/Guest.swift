import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Sandbox

/// Somebody who speaks HTTP with a running sandbox.
struct Guest {
  struct Answer {
    var status: Int
    var headers: HTTPHeaders
    var text: String

    /// The JSON object the body is; empty if it is none.
    var json: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
    }

    /// `status message` of a provider's reply.
    var code: String { "\(json["status"] ?? "-") \(json["message"] ?? "-")" }
  }

  let address: SandboxAddress

  func get(_ path: String, headers: HTTPHeaders = [:]) async throws -> Answer {
    try await call(.GET, path, headers: headers, body: nil)
  }

  @discardableResult
  func post(_ path: String, _ body: String? = nil, headers: HTTPHeaders = [:]) async throws -> Answer {
    try await call(.POST, path, headers: headers, body: body.map { ByteBuffer(string: $0) })
  }

  @discardableResult
  func delete(_ path: String) async throws -> Answer {
    try await call(.DELETE, path, headers: [:], body: nil)
  }

  func call(_ method: HTTPMethod, _ path: String, headers: HTTPHeaders, body: ByteBuffer?) async throws
    -> Answer
  {
    var request = HTTPClientRequest(url: "\(address)\(path)")
    request.method = method
    request.headers = headers
    if let body { request.body = .bytes(body) }
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(20))
    let text = String(buffer: try await response.body.collect(upTo: 8 << 20))
    return Answer(status: Int(response.status.code), headers: response.headers, text: text)
  }

  /// A token of the default client.
  func token() async throws -> String {
    let answer = try await post("/v1/token/get", headers: Self.basic("0009", "rahasia"))
    return (answer.json["data"] as? [String: Any])?["access_token"] as? String ?? ""
  }

  static func basic(_ user: String, _ password: String) -> HTTPHeaders {
    ["Authorization": "Basic \(Data("\(user):\(password)".utf8).base64EncodedString())"]
  }

  static func bearer(_ token: String) -> HTTPHeaders { ["Authorization": "Bearer \(token)"] }

  /// Sends text as the default client does.
  @discardableResult
  func send(
    _ text: String, to recipient: String = "6281234567801", client: String = "0009", project: String = "16"
  ) async throws -> Answer {
    let body = [
      "client_id": client, "project_id": project, "message_content": text, "recipient_number": recipient,
    ]
    return try await post(
      "/v1/message/do-send", String(decoding: JSONEncoder().encode(body), as: UTF8.self),
      headers: Self.bearer(token()))
  }

  /// A customer writes.
  @discardableResult
  func write(_ text: String, from number: String = "6281234567801") async throws -> Answer {
    try await post(
      "/sandbox/customers/\(number)/messages",
      String(decoding: JSONEncoder().encode(["text": text]), as: UTF8.self))
  }

  /// Uploads a form as the default client does.
  func upload(_ form: Form) async throws -> Answer {
    var headers = try await Self.bearer(token())
    headers.add(name: "Content-Type", value: "multipart/form-data; boundary=\(form.boundary)")
    return try await call(
      .POST, "/v1/message/do-send-media", headers: headers, body: ByteBuffer(bytes: form.body))
  }
}
