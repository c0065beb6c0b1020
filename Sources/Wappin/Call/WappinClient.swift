import Dialogue
import Foundation
import Gateway
import Logging
import Synchronization

/// Sends and asks through API V1 ("Wappin API v1.7").
package final class WappinClient: Gateway, Inquiring, NumberChecking {
  let connection: ProviderConnection
  private let tokens: TokenKeeper
  private let secrets: Secrets

  /// - Parameters:
  ///   - store: keeps tokens across restarts.
  ///   - now: the wall clock.
  /// - Throws: if the base URL is no HTTP address.
  package init(
    settings: WappinSettings, store: any TokenStore, logger: Logger,
    now: @escaping @Sendable () -> Timestamp = { Timestamp(Date()) }
  ) throws {
    let connection = try ProviderConnection(baseURL: settings.baseURL, limits: settings.limits)
    let secrets = Secrets(settings.secrets)
    self.connection = connection
    self.secrets = secrets
    tokens = TokenKeeper(store: store, logger: logger, now: now) { clientID in
      await TokenCall(connection: connection).run(clientID: clientID, secret: secrets[clientID])
    }
  }

  /// Takes a new base URL and new secrets; limits stay as they were at the start.
  ///
  /// - Throws: if the base URL is no HTTP address; nothing changed then.
  package func update(_ settings: WappinSettings) throws {
    try connection.use(baseURL: settings.baseURL)
    secrets.replace(by: settings.secrets)
  }

  /// Closes the connections; call once, after the last send.
  package func shutdown() async throws { try await connection.shutdown() }

  /// The token of a client, asked for if there is none.
  ///
  /// - Throws: ``TokenFailure``.
  package func currentToken(clientID: String) async throws(TokenFailure) -> AccessToken {
    try await Self.unwrap(tokens.current(clientID))
  }

  /// A token newer than the current one, unless the provider was asked in the last 30 s.
  ///
  /// - Throws: ``TokenFailure``.
  package func renew(clientID: String) async throws(TokenFailure) -> AccessToken {
    try await Self.unwrap(tokens.newest(clientID))
  }

  /// The current token and the one before it, as far as they are known without asking: what a callback may carry.
  package func knownTokens(clientID: String) async -> [String] { await tokens.known(clientID) }

  package func send(_ message: OutboundMessage) async -> SendResult {
    let call = SendCall(connection: connection)
    let end = await withToken(of: message.channel.clientID) { await call.run(message, token: $0) }
    return switch end {
    case .success(let result): result
    case .failure(let refusal): refusal.result
    }
  }

  package func inquire(_ messageID: String, on channel: Channel) async -> Inquiry {
    let call = InquiryCall(connection: connection)
    let end = await withToken(of: channel.clientID) { await call.run(messageID, token: $0) }
    return switch end {
    case .success(let answer): answer
    case .failure(let refusal): .failed(refusal.result)
    }
  }

  package func check(_ number: String, on channel: Channel) async -> NumberCheck {
    let call = NumberCall(connection: connection)
    let end = await withToken(of: channel.clientID) { await call.run(number, on: channel, token: $0) }
    return switch end {
    case .success(let answer): answer
    case .failure(let refusal): .failed(refusal.result)
    }
  }

  /// Makes a call with a client's token, and once more with a new one if that is refused.
  ///
  /// - Parameter call: nil if its token was refused.
  private func withToken<End: Sendable>(
    of clientID: String, _ call: (_ token: String) async -> End?
  ) async -> Result<End, TokenRefusal> {
    switch await tokens.current(clientID) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let token):
      if let end = await call(token.value) { return .success(end) }
      switch await tokens.renewed(clientID, after: token.generation) {
      case .failure(let refusal): return .failure(refusal)
      case .success(let fresh):
        if let end = await call(fresh.value) { return .success(end) }
        tokens.refusedFresh(clientID, fresh.generation)
        return .failure(TokenRefusal(result: TokenState.freshRefused))
      }
    }
  }

  private static func unwrap(_ outcome: TokenKeeper.Outcome) throws(TokenFailure) -> AccessToken {
    switch outcome {
    case .success(let token): token
    case .failure(let refusal):
      throw TokenFailure(code: refusal.result.code, description: refusal.result.reason)
    }
  }
}

/// Why the provider gave no token.
package struct TokenFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The code where the provider only says that the token of before is still good, and that one is not known.
  package static let untold = "token-unknown"

  package var code: String
  package var description: String
}

/// The secret key of each client id; never printed.
private final class Secrets: Sendable {
  private let box: Mutex<[String: String]>

  init(_ secrets: [String: String]) { box = Mutex(secrets) }

  subscript(clientID: String) -> String? { box.withLock { $0[clientID] } }

  func replace(by secrets: [String: String]) { box.withLock { $0 = secrets } }
}
