import Foundation
import Ledger
import TestSupport

extension Premises {
  /// A customer's message, as the provider sends it over HTTP.
  func callback(message id: String, from number: String = "628111111111", text: String) throws -> String {
    let body = try JSONEncoder().encode([
      "message_id": id, "client_id": "0009", "project_id": "16", "sender_number": number,
      "message_content": text, "status_messages": "-", "environment": "PRODUCTION",
      "timestamp": "\(Int(Date().timeIntervalSince1970))", "callback_type": "message",
    ])
    let head = [
      "POST /callback HTTP/1.1", "Host: localhost", "Authorization: Bearer \(address.bearer)",
      "Content-Type: application/json", "Content-Length: \(body.count)", "", "",
    ]
    return head.joined(separator: "\r\n") + String(decoding: body, as: UTF8.self)
  }

  /// Whether a message is acknowledged; nothing but `000` and 503 is ever answered.
  func acknowledges(message id: String, from number: String = "628111111111") async throws -> Bool {
    let caller = try Caller(port: ports.callback)
    caller.send(try callback(message: id, from: number, text: "tanya \(id)"))
    let answer = try await caller.answer()
    if answer.status == 200, answer.body == #"{"status":"000"}"# { return true }
    guard answer.status == 503 else { throw DaemonProcess.Failure(description: "\(id): \(answer)") }
    return false
  }
}
