import Dialogue
import Gateway
import Logging
import Synchronization
import TestSupport
import Wappin

/// Tokens in memory.
final class MemoryTokenStore: TokenStore {
  private let box: Mutex<[String: AccessToken]>
  private let saves = Mutex(0)

  init(_ tokens: [String: AccessToken] = [:]) { box = Mutex(tokens) }

  var tokens: [String: AccessToken] { box.withLock { $0 } }
  var saveCount: Int { saves.withLock { $0 } }

  func token(clientID: String) async throws -> AccessToken? { box.withLock { $0[clientID] } }

  func save(_ token: AccessToken, clientID: String) async throws {
    saves.withLock { $0 += 1 }
    box.withLock { $0[clientID] = token }
  }
}

/// A clock that stands until it is told to move.
final class StandingClock: Sendable {
  private let box: Mutex<Timestamp>

  init(_ start: Timestamp = .start) { box = Mutex(start) }

  var now: Timestamp { box.withLock { $0 } }

  func advance(by duration: Duration) { box.withLock { $0 = $0 + duration } }
}

extension Timestamp {
  /// 2026-01-02 03:04:05 UTC.
  static let start = Timestamp(milliseconds: 1_767_323_045_000)
}

enum Wire {
  static let tokenPath = "/v1/token/get"
  static let textPath = "/v1/message/do-send"
  static let mediaPath = "/v1/message/do-send-media"
  static let good = #"{"message_id":"5d31a231ab0ea","status":"200","message":"Success","data":null}"#

  static func token(_ value: String, expires: Timestamp = .start + .seconds(86_400))
    -> ScriptedServer.Reaction
  {
    let reply = TokenReply(
      status: "200", message: "Success",
      data: .init(accessToken: value, expiredDatetime: WIBTime.text(expires)))
    return .answer(http: 200, body: String(decoding: reply.json, as: UTF8.self))
  }

  static let channel = Channel(clientID: "0009", projectID: "16")

  static func text(_ text: String = "Halo kak") -> OutboundMessage {
    OutboundMessage(channel: channel, recipient: "628989229471", content: .text(text))
  }

  static func message(_ content: Content, file: String? = nil) -> OutboundMessage {
    OutboundMessage(channel: channel, recipient: "628989229471", content: content, mediaPath: file)
  }

  static let template = MessageTemplate(name: "templ_uat_2", params: ["Ani", "14:00"])

  static let stored = AccessToken(
    value: "stored", issuedAt: .start, expiresAt: .start + .seconds(86_400), generation: 1)
}

/// Runs `body` with a client of `url` that knows one secret; the client is shut down afterwards.
func withClient<Result: Sendable>(
  _ url: String, store: MemoryTokenStore = MemoryTokenStore(["0009": Wire.stored]),
  clock: StandingClock = StandingClock(), limits: WappinLimits = WappinLimits(),
  _ body: @Sendable (WappinClient) async throws -> Result
) async throws -> Result {
  let client = try WappinClient(
    settings: WappinSettings(baseURL: url, secrets: ["0009": "geheim"], limits: limits), store: store,
    logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, now: { clock.now })
  let result: Result
  do { result = try await body(client) } catch {
    try? await client.shutdown()
    throw error
  }
  try await client.shutdown()
  return result
}
