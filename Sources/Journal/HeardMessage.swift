import Dialogue

/// What a customer wrote and what it came upon; not who wrote it.
package struct HeardMessage: Sendable, Hashable {
  /// Of the inbox.
  package var id: Int64
  package var channel: Channel
  package var receivedAt: Timestamp
  /// Nil for a message without text.
  package var text: String?
  /// The question that was open.
  package var question: MetQuestion?
  /// Whether the customer wrote for the first time.
  package var isFirst: Bool
  /// Defaults said in a row before it.
  package var misses: Int
}
