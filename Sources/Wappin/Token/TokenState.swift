import Dialogue
import Gateway

/// What is known of one client's token, and when it is time to ask again.
struct TokenState: Sendable {
  /// Two calls for a token are never closer than this.
  static let pause: Duration = .seconds(30)

  private(set) var token: AccessToken?
  private var renewAt: Timestamp = .never
  private var lastCall: Timestamp?
  private var lastRefusal: SendResult?

  enum Need {
    /// Good as it is.
    case none(AccessToken)
    /// Good, but it is time to ask for the next.
    case soon(AccessToken)
    /// There is none that could be good: ask first.
    case now
    /// There is none, and it was asked for too short a time ago.
    case refused(SendResult)
  }

  init() {}

  /// A token from the store.
  init(stored: AccessToken) {
    token = stored
    renewAt = Self.early(stored)
  }

  func need(now: Timestamp) -> Need {
    guard let token else { return pauses(now) ? .refused(refusal) : .now }
    if now < renewAt { return .none(token) }
    if pauses(now) {
      // An expired token is still worth a try if the provider itself just said that it lives.
      return now < token.expiresAt || lastRefusal == nil ? .none(token) : .refused(refusal)
    }
    return now < token.expiresAt ? .soon(token) : .now
  }

  /// After a 401 with the token of this generation.
  func needAfterRefusal(of generation: Int, now: Timestamp) -> Need {
    if let token, token.generation > generation { return .none(token) }
    guard let lastCall, pauses(now) else { return .now }
    return .refused(lastRefusal ?? Self.justGiven(wait: lastCall + Self.pause - now))
  }

  /// A token that was given because the one before it was refused is refused as well.
  mutating func refusedFresh(_ generation: Int) {
    if token?.generation == generation { lastRefusal = Self.freshRefused }
  }

  /// A provider that started anew knows no token it gave before; so soon it is not asked for another.
  private static func justGiven(wait: Duration) -> SendResult {
    SendResult(
      .throttled, code: "401",
      detail: "The provider does not know a token it gave a moment ago; a new one is asked for in a moment.",
      retryAfter: wait)
  }

  /// For a person who asks for a new one.
  func needOfNewer(now: Timestamp) -> Need {
    guard pauses(now) else { return .now }
    if let lastRefusal { return .refused(lastRefusal) }
    return token.map(Need.none) ?? .refused(refusal)
  }

  mutating func called(_ answer: TokenAnswer, now: Timestamp) {
    lastCall = now
    lastRefusal = nil
    switch answer {
    case .refused(let result): lastRefusal = result
    case .token(let value, let expiresAt):
      let expiresAt = expiresAt ?? .never
      if let token, token.value == value, token.expiresAt == expiresAt {
        keep(token, now: now)
      } else {
        take(value, expiresAt: expiresAt, now: now)
      }
    case .unchanged:
      if let token {
        keep(token, now: now)
      } else {
        lastRefusal = SendResult(
          .config, code: TokenFailure.untold,
          detail: "The provider says that a token lives but does not tell it: renew it in the dashboard.")
      }
    }
  }

  /// Once the provider answers with the token we have, asking again is worth it 60 s before its end and at its end only.
  private mutating func keep(_ old: AccessToken, now: Timestamp) {
    token?.generation = old.generation + 1
    let before = old.expiresAt - .seconds(60)
    renewAt = now < before ? before : now < old.expiresAt ? old.expiresAt : .never
  }

  private mutating func take(_ value: String, expiresAt: Timestamp, now: Timestamp) {
    let new = AccessToken(
      value: value, issuedAt: now, expiresAt: expiresAt, generation: (token?.generation ?? 0) + 1,
      previousValue: token?.value == value ? token?.previousValue : token?.value)
    token = new
    // A token that is over by our clock may live by the provider's: only a 401 tells.
    renewAt = expiresAt <= now ? .never : Self.early(new)
  }

  private func pauses(_ now: Timestamp) -> Bool {
    guard let lastCall else { return false }
    return now >= lastCall && now < lastCall + Self.pause
  }

  private var refusal: SendResult { lastRefusal ?? Self.freshRefused }

  static let freshRefused = SendResult(
    .config, code: "401",
    detail: "The provider refuses a token it has just given: check client_id, project_id and the secret.")

  /// At 80 % of the token's life.
  private static func early(_ token: AccessToken) -> Timestamp {
    let life = token.expiresAt.milliseconds - token.issuedAt.milliseconds
    return Timestamp(milliseconds: token.issuedAt.milliseconds + life / 5 * 4)
  }
}

extension Timestamp {
  /// Far enough for every date the provider can write.
  fileprivate static let never = Timestamp(milliseconds: 253_402_300_800_000)
}
