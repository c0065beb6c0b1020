import Dialogue

/// What a customer wrote and what came of it; not who wrote it.
package struct HeardMessage: Sendable, Hashable {
  package var channel: Channel
  package var receivedAt: Timestamp
  package var text: String
  /// What won it.
  package var won: Won

  package enum Won: Sendable, Hashable {
    /// Something that does not depend on a question: a scenario, the default, the closing time.
    case freely
    /// The question that was open, by an answer or by one that is none.
    case question(StepPlace)
  }
}
