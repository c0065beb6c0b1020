extension Turn {
  /// How long a message is of use unless its step says otherwise.
  private static let replyLife = Duration.seconds(15 * 60)

  /// Until when a message of this turn is of use.
  ///
  /// - Parameter time: when the event of the turn came.
  package func expiry(of content: Content, _ terms: SendTerms, from time: Timestamp) -> Timestamp {
    let isHeld = content.needsOpenWindow && !conversation.hasOpenWindow(at: time)
    return time + (terms.expires ?? (isHeld ? Limits.heldLife : Self.replyLife))
  }
}

extension Conversation {
  /// When free text can be sent no more unless the customer writes again; nil if it never could.
  package var windowClosesAt: Timestamp? { lastInboundAt.map { $0 + Limits.window } }

  /// Whether free text can be sent at `time`; where nobody knows when the customer wrote, it is tried.
  package func hasOpenWindow(at time: Timestamp) -> Bool { windowClosesAt.map { time < $0 } ?? true }
}
