/// What is remembered between two events of one customer; saved as JSON after each.
package struct Conversation: Sendable, Hashable, Codable {
  /// When the session began: the first customer message after the last session ended.
  package var startedAt: Timestamp?
  package var lastInboundAt: Timestamp?
  /// Session variables.
  package var vars: [String: String]
  /// Defaults said in a row.
  package var misses: Int

  package init(
    startedAt: Timestamp? = nil, lastInboundAt: Timestamp? = nil, vars: [String: String] = [:],
    misses: Int = 0
  ) {
    self.startedAt = startedAt
    self.lastInboundAt = lastInboundAt
    self.vars = vars
    self.misses = misses
  }
}
