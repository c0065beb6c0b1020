import Dialogue

/// An access token of the provider.
package struct AccessToken: Sendable, Hashable, Codable {
  package var value: String
  package var issuedAt: Timestamp
  package var expiresAt: Timestamp
  /// Counts renewals, so that two that saw the same token fail renew it once.
  package var generation: Int
  /// The value before this one, which the provider may still show for a while.
  package var previousValue: String?

  package init(
    value: String, issuedAt: Timestamp, expiresAt: Timestamp, generation: Int,
    previousValue: String? = nil
  ) {
    self.value = value
    self.previousValue = previousValue
    self.issuedAt = issuedAt
    self.expiresAt = expiresAt
    self.generation = generation
  }
}

/// Keeps tokens across restarts.
package protocol TokenStore: Sendable {
  /// The current token of a client; nil if there was none yet.
  func token(clientID: String) async throws -> AccessToken?
  func save(_ token: AccessToken, clientID: String) async throws
}
