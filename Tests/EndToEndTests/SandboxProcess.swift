import Foundation
import TestSupport

/// `balas sandbox`, running.
final class SandboxProcess: Sendable {
  struct NotReady: Error, CustomStringConvertible { var description: String }

  let process: BalasProcess
  let port: Int
  /// A customer the phone knows.
  let customer: String
  var address: String { "http://127.0.0.1:\(port)" }

  init(_ arguments: String...) async throws {
    process = try BalasProcess(["sandbox", "--listen", "127.0.0.1:0"] + arguments)
    guard await process.logs("\"message_content\""),
      let port = process.log.firstMatch(of: /base_url +http:\/\/127\.0\.0\.1:(\d+)/).flatMap({ Int($0.1) }),
      let customer = process.log.firstMatch(of: /customers\/(\d+)\/messages/)?.1
    else { throw NotReady(description: process.log) }
    self.port = port
    self.customer = String(customer)
  }

  /// What it answers to a call.
  func call(_ method: String, _ path: String, authorization: String? = nil, body: String = "") async throws
    -> Caller.Answer
  {
    let caller = try Caller(port: port)
    let fields = authorization.map { ["Authorization: \($0)"] } ?? []
    let head =
      ["\(method) \(path) HTTP/1.1", "Host: localhost", "Content-Length: \(body.utf8.count)"] + fields
    caller.send((head + ["", ""]).joined(separator: "\r\n") + body)
    return try await caller.answer()
  }

  /// The customer writes, which opens the session in which a business may answer.
  func write(_ text: String) async throws -> Caller.Answer {
    try await call("POST", "/sandbox/customers/\(customer)/messages", body: #"{"text": "\#(text)"}"#)
  }
}
