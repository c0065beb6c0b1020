import Dialogue
import Foundation
import Hummingbird
import Logging
import NIOCore
import Synchronization
import Wappin

/// A provider on loopback that takes texts and templates, and remembers them.
final class SmallProvider: Sendable {
  struct Taken: Sendable, Hashable {
    var number: String
    var text: String
  }

  private let taken = Mutex<[Taken]>([])
  private let losesAnswer: @Sendable (Taken, _ times: Int) -> Bool
  private let refusal: @Sendable (Taken) -> String?

  /// What came in, in the order in which it came.
  var messages: [Taken] { taken.withLock { $0 } }

  /// - Parameters:
  ///   - losesAnswer: whether a text is taken, for the n-th time, without a proper answer.
  ///   - refusal: the code a text is refused with, in words that repeat number and text; nil to take it.
  init(
    losesAnswer: @escaping @Sendable (Taken, _ times: Int) -> Bool = { _, _ in false },
    refusal: @escaping @Sendable (Taken) -> String? = { _ in nil }
  ) {
    self.losesAnswer = losesAnswer
    self.refusal = refusal
  }

  /// Runs it for the length of `body`, which is given its address.
  func run(_ body: @escaping @Sendable (String) async throws -> Void) async throws {
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let router = Router()
    router.post("/v1/token/get") { _, _ in
      Self.json(
        TokenReply(
          status: "200", message: "Success",
          data: .init(accessToken: "token", expiredDatetime: "2099-01-01 00:00:00")
        ).json)
    }
    router.post("/v1/message/do-send") { request, _ in
      let body = try await request.body.collect(upTo: 1 << 20)
      guard request.headers[.authorization] == "Bearer token",
        let sent = TextRequest(json: Array(body.readableBytesView))
      else { return Self.json(SendReply(status: "401", message: "Invalid credential").json) }
      return self.take(Taken(number: sent.recipientNumber, text: sent.messageContent))
    }
    router.post("/v1/message/do-send-hsm") { request, _ in
      let body = try await request.body.collect(upTo: 1 << 20)
      let sent = try JSONDecoder().decode(Template.self, from: Data(body.readableBytesView))
      let params = sent.params.sorted { $0.key < $1.key }.map(\.value)
      return self.take(
        Taken(
          number: sent.recipient_number, text: MessageTemplate(name: sent.type, params: params).line))
    }
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, logger: .silent)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await application.run() }
      for await port in ports {
        try await body("http://127.0.0.1:\(port)")
        break
      }
      group.cancelAll()
    }
  }

  private struct Template: Decodable {
    var type: String
    var recipient_number: String
    var params: [String: String]
  }

  private func take(_ message: Taken) -> Response {
    let times = taken.withLock { taken in
      taken.append(message)
      return taken.count { $0 == message }
    }
    if losesAnswer(message, times) {
      return Response(status: .internalServerError, body: .init(byteBuffer: ByteBuffer(string: "<html>")))
    }
    if let code = refusal(message) {
      let words = "cannot send '\(message.text)' to \(message.number)"
      return Self.json(SendReply(status: code, message: words).json)
    }
    let id = UUID().uuidString.prefix(13).lowercased()
    return Self.json(SendReply(messageID: String(id), status: "200", message: "Success").json)
  }

  private static func json(_ bytes: [UInt8]) -> Response {
    Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
