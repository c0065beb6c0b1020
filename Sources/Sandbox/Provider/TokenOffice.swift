import Foundation

/// Gives out access tokens and knows whose they are ("Wappin API v1.7, API Get Token").
struct TokenOffice: Sendable {
  struct Token: Sendable, Hashable {
    /// 64 hex digits.
    var value: String
    var clientID: String
    var expiresAt: Date
  }

  private let clients: [World.Client]
  private let rules: World.TokenRules
  private var tokens: [String: Token] = [:]

  init(clients: [World.Client], rules: World.TokenRules) {
    self.clients = clients
    self.rules = rules
  }

  /// Whether an id written by a caller is this one: the document's samples write one client `9` and `0009`.
  static func isSame(_ left: String, _ right: String) -> Bool {
    left.drop { $0 == "0" } == right.drop { $0 == "0" } && !left.isEmpty
  }

  func client(_ id: String) -> World.Client? { clients.first { Self.isSame($0.id, id) } }

  /// The client a caller proved to be; nil if it proved nothing.
  func client(id: String, secret: String) -> World.Client? {
    client(id).flatMap { $0.secret == secret ? $0 : nil }
  }

  /// The client whose living token this is.
  func owner(of token: String, at now: Date) -> World.Client? {
    clients.first { current(of: $0, at: now)?.value == token }
  }

  func current(of client: World.Client, at now: Date) -> Token? {
    tokens[client.id].flatMap { $0.expiresAt > now ? $0 : nil }
  }

  /// The answer to a call for a token by a client that proved who it is.
  mutating func issue(to client: World.Client, at now: Date) -> ProviderReply {
    if let token = current(of: client, at: now) {
      var reply = ProviderReply(.success, message: "Token not expired")
      switch rules.repeated {
      case .sameToken: reply.data = Self.data(token)
      case .nullData: break
      case .noData: reply.data = nil
      }
      return reply
    }
    let digits = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
    let token = Token(
      value: digits.map { String(format: "%02x", $0) }.joined(), clientID: client.id,
      expiresAt: now.addingTimeInterval(rules.life / .seconds(1)))
    tokens[client.id] = token
    var reply = ProviderReply(.success)
    reply.data = Self.data(token)
    return reply
  }

  mutating func revokeAll() { tokens = [:] }

  private static func data(_ token: Token) -> OrderedJSON {
    [
      "access_token": .string(token.value),
      "expired_datetime": .string(token.expiresAt.wib),
      "token_type": "access_token",
    ]
  }
}
