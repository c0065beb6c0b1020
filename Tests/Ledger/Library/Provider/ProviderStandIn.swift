import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOFoundationCompat

/// A provider on loopback that notes what reaches it ("Wappin API v1.7": Get Token, Send Message, Send Message (Media),
/// Send Notification, Number Checker: numbers that end with 9 are invalid).
package struct ProviderStandIn: Sendable {
  /// What becomes of a message.
  package enum Fate: Sendable {
    case accept
    /// Refused with this code.
    case refuse(String)
    /// Taken, but the connection ends in the middle of the answer.
    case lose
    /// Not taken, but the answer, HTTP 500, leaves that open.
    case fail
    /// Not taken, and asked to come again in a second: HTTP 429.
    case postpone
  }

  package let port: Int
  package let ledger: LineFile<ProviderLine>

  package var baseURL: String { "http://127.0.0.1:\(port)" }

  /// Listens while `body` runs.
  ///
  /// - Parameters:
  ///   - port: 0 for any.
  ///   - statuses: where news of accepted messages is sent; nil for nowhere.
  ///   - fate: of the message that comes after so many others.
  package static func serving<Value: Sendable>(
    port: Int = 0, ledger: LineFile<ProviderLine>, statuses: StatusCallbacks? = nil,
    fate: @escaping @Sendable (Int) -> Fate = { _ in .accept },
    _ body: @Sendable (ProviderStandIn) async throws -> Value
  ) async throws -> Value {
    let (ports, running) = AsyncStream.makeStream(of: Int.self)
    let application = Application(
      router: router(ledger, statuses, fate),
      configuration: .init(address: .hostname("127.0.0.1", port: port)),
      onServerRunning: { channel in running.yield(channel.localAddress?.port ?? 0) },
      logger: Logger(label: "provider") { _ in SwiftLogNoOpLogHandler() })
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { running.finish() }
        try await application.run()
      }
      if let statuses { group.addTask { await statuses.run() } }
      defer { group.cancelAll() }
      for await port in ports { return try await body(ProviderStandIn(port: port, ledger: ledger)) }
      try await group.waitForAll()
      throw CancellationError()
    }
  }

  private static func router(
    _ ledger: LineFile<ProviderLine>, _ statuses: StatusCallbacks?,
    _ fate: @escaping @Sendable (Int) -> Fate
  ) -> Router<BasicRequestContext> {
    let router = Router()
    router.post("/v1/token/get") { _, _ in
      json(
        #"{"status":"200","message":"Success","data":{"access_token":"stand-in","#
          + #""expired_datetime":"2099-01-01 00:00:00","token_type":"access_token"}}"#)
    }
    router.post("/v1/message/do-send") { request, _ in
      let body = try await request.body.collect(upTo: 1 << 20)
      let message = try JSONDecoder().decode(TextMessage.self, from: Data(buffer: body))
      return try take(message.recipient_number, message.message_content, ledger, statuses, fate)
    }
    router.post("/v1/message/do-send-media") { request, _ in
      let body = try await request.body.collect(upTo: 128 << 20)
      let form = FormFields(Data(buffer: body), contentType: request.headers[.contentType] ?? "")
      guard let recipient = form.values["recipient_number"], let file = form.files["media"] else {
        return json(#"{"status":"400","message":"Error no input received","data":null}"#)
      }
      return try take(recipient, form.values["caption"] ?? file, ledger, statuses, fate)
    }
    router.post("/v1/message/do-send-hsm") { request, _ in
      let body = try await request.body.collect(upTo: 1 << 20)
      let message = try JSONDecoder().decode(TemplateMessage.self, from: Data(buffer: body))
      let params = message.params.sorted { $0.key < $1.key }.map(\.value)
      // News of each of many thousand messages would outnumber everything else.
      let statuses = message.recipient_number.hasSuffix("7") ? statuses : nil
      return try take(
        message.recipient_number, ([message.type] + params).joined(separator: "|"), ledger, statuses, fate)
    }
    router.post("/v1/phone/number-checker") { request, _ in
      let body = try await request.body.collect(upTo: 1 << 20)
      let asked = try JSONDecoder().decode(AskedNumber.self, from: Data(buffer: body))
      return asked.phone_number.hasSuffix("9")
        ? json(#"{"status":"601","message":"Phone Number Invalid","data":null}"#)
        : json(#"{"message_id":"n","status":"200","message":"Phone Number Valid","data":null}"#)
    }
    return router
  }

  private static func take(
    _ recipient: String, _ content: String, _ ledger: LineFile<ProviderLine>, _ statuses: StatusCallbacks?,
    _ fate: (Int) -> Fate
  ) throws -> Response {
    let messageID = UUID().uuidString
    var decided = Fate.accept
    try ledger.append { sequence in
      decided = fate(sequence)
      let answer: ProviderLine.Answer =
        switch decided {
        case .accept: .accepted
        case .refuse, .fail: .refused
        case .postpone: .postponed
        case .lose: .lost
        }
      return ProviderLine(
        sequence: sequence, recipient: recipient, content: content,
        messageID: [.refused, .postponed].contains(answer) ? nil : messageID, answer: answer,
        at: Int64(Date().timeIntervalSince1970 * 1000))
    }
    switch decided {
    case .accept:
      statuses?.announce(messageID, recipient: recipient)
      return json(#"{"message_id":"\#(messageID)","status":"200","message":"Success","data":null}"#)
    case .refuse(let code):
      return json(#"{"status":"\#(code)","message":"refused","data":null}"#)
    case .fail: return Response(status: .internalServerError)
    case .postpone: return Response(status: .tooManyRequests, headers: [.retryAfter: "1"])
    case .lose:
      statuses?.announce(messageID, recipient: recipient)
      return Response(
        status: .ok, headers: [.contentType: "application/json"],
        body: ResponseBody(contentLength: 100) { writer in
          try await writer.write(ByteBuffer(string: #"{"message_id":"#))
          throw CancellationError()
        })
    }
  }

  private static func json(_ text: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private struct AskedNumber: Decodable {
    var phone_number: String
  }

  private struct TemplateMessage: Decodable {
    var recipient_number: String
    var type: String
    var params: [String: String]
  }

  private struct TextMessage: Decodable {
    var recipient_number: String
    var message_content: String
  }
}
