extension Turn {
  /// How long a message is of use unless its step says otherwise.
  private static let replyLife = Duration.seconds(15 * 60)

  /// Until when a message of this turn is of use.
  ///
  /// - Parameter time: when the event of the turn came.
  package func expiry(of terms: SendTerms, from time: Timestamp) -> Timestamp {
    min(time + (terms.expires ?? Self.replyLife), (conversation.lastInboundAt ?? time) + Limits.window)
  }
}
