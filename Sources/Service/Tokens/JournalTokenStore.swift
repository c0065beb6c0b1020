import Dialogue
import Foundation
import Gateway
import Journal
import Synchronization

/// Keeps access tokens in the journal, and the one before each, which the provider may still show us in callbacks.
package final class JournalTokenStore: TokenStore {
  private struct Kept: Codable {
    var current: AccessToken
    var previous: AccessToken?
  }

  private struct State {
    var kept: [String: Kept] = [:]
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
    if let kept = state.withLock({ $0.kept[clientID] }) { return kept.current }
    guard let json = try await journal.token(clientID: clientID) else { return nil }
    let kept = try JSONDecoder().decode(Kept.self, from: Data(json.utf8))
    hold(kept, clientID: clientID)
    return kept.current
  }

  package func save(_ token: AccessToken, clientID: String) async throws {
    let before = try await self.token(clientID: clientID)
    let kept = Kept(current: token, previous: before?.value == token.value ? nil : before)
    let json = String(decoding: try JSONEncoder().encode(kept), as: UTF8.self)
    try await journal.saveToken(json, clientID: clientID)
    hold(kept, clientID: clientID)
  }

  /// Of every client's current and previous token.
  package var digests: [SecretDigest] { state.withLock { $0.digests } }

  private func hold(_ kept: Kept, clientID: String) {
    state.withLock { state in
      state.kept[clientID] = kept
      state.digests = state.kept.values
        .flatMap { [$0.current, $0.previous].compactMap { $0 } }.map { SecretDigest($0.value) }
    }
  }
}
