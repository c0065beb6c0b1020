import Foundation
import Gateway
import Journal
import Synchronization

/// Keeps access tokens in the journal, and knows those that the provider may show us in callbacks.
package final class JournalTokenStore: TokenStore {
  private struct State {
    var tokens: [String: AccessToken] = [:]
    var digests: [SecretDigest] = []
  }

  private let journal: Journal
  private let state = Mutex(State())

  package init(journal: Journal) { self.journal = journal }

  /// Reads the tokens of these clients, so that ``digests`` knows them.
  package func load(clientIDs: some Sequence<String>) async throws {
    for clientID in clientIDs { _ = try await token(clientID: clientID) }
  }

  package func token(clientID: String) async throws -> AccessToken? {
    if let token = state.withLock({ $0.tokens[clientID] }) { return token }
    guard let json = try await journal.token(clientID: clientID) else { return nil }
    let token = try JSONDecoder().decode(AccessToken.self, from: Data(json.utf8))
    hold(token, clientID: clientID)
    return token
  }

  package func save(_ token: AccessToken, clientID: String) async throws {
    // Callbacks may show it from now on, whether or not it can be stored.
    hold(token, clientID: clientID)
    try await journal.saveToken(
      String(decoding: JSONEncoder().encode(token), as: UTF8.self), clientID: clientID)
  }

  /// Of every client's current token and the one before it.
  package var digests: [SecretDigest] { state.withLock { $0.digests } }

  private func hold(_ token: AccessToken, clientID: String) {
    state.withLock { state in
      state.tokens[clientID] = token
      state.digests = state.tokens.values
        .flatMap { [$0.value, $0.previousValue].compactMap(\.self) }.map { SecretDigest($0) }
    }
  }
}
