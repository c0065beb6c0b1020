import Foundation

/// Gives out access tokens and knows whose they are ("Wappin API v1.7, API Get Token").
struct TokenOffice: Sendable {
  struct Token: Sendable, Hashable {
    /// 64 hex digits.
    var value: String
    /// What the token says of itself.
    var expiresAt: Date
    /// When it is no longer taken, which may be earlier.
    var diesAt: Date
  }

  private let rules: World.TokenRules
  /// By the client's id.
  private var tokens: [String: Token] = [:]

  init(rules: World.TokenRules) { self.rules = rules }

  /// A client's token, if it is still taken.
  func current(of client: World.Client, at now: Date) -> Token? {
    tokens[client.id].flatMap { min($0.expiresAt, $0.diesAt) > now ? $0 : nil }
  }

  /// The answer to a call for a token by a client that proved who it is.
  mutating func issue(to client: World.Client, at now: Date) -> ProviderReply {
    if let token = current(of: client, at: now) {
      let data: OrderedJSON? =
        switch rules.repeated {
        case .sameToken: Self.data(token)
        case .nullData: .null
        case .noData: nil
        }
      return .success("Token not expired", data: data)
    }
    let digits = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
    let token = Token(
      value: digits.map { String(format: "%02x", $0) }.joined(),
      expiresAt: now.addingTimeInterval(rules.life / .seconds(1)),
      diesAt: rules.diesAfter.map { now.addingTimeInterval($0 / .seconds(1)) } ?? .distantFuture)
    tokens[client.id] = token
    return .success(data: Self.data(token))
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
