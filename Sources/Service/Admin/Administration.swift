import Journal

/// What an operator can ask of a daemon; answered by one that runs, or from its journal while none does.
package protocol Administration: Sendable {
  func status() async throws -> StatusReport
  func reload() async throws -> ReloadReply
  func outbox(state: OutboxState?, limit: Int) async throws -> [OutboxItem]
  func outboxItem(_ id: Int64) async throws -> OutboxItem
  func retry(_ id: Int64) async throws -> OutboxItem
  func drop(_ id: Int64) async throws -> OutboxItem
  /// Copies a file into the media store.
  ///
  /// - Returns: its hash.
  func keepMedia(_ path: String) async throws -> String
  /// Puts a message into the outbox.
  func send(_ order: SendOrder) async throws -> OutboxItem
  func tokens() async throws -> [TokenItem]
  func renewToken(clientID: String) async throws -> TokenItem
}
