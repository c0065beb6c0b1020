extension Turn {
  /// How long a message is of use unless its step says otherwise.
  private static let replyLife = Duration.seconds(15 * 60)
  /// The provider lets free text out for 24 h after the customer wrote; a little is left for the way.
  private static let windowLife = Duration.seconds((23 * 60 + 55) * 60)

  /// Until when a message of this turn is of use.
  ///
  /// - Parameter time: when the event of the turn came.
  package func expiry(of terms: SendTerms, from time: Timestamp) -> Timestamp {
    min(time + (terms.expires ?? Self.replyLife), (conversation.lastInboundAt ?? time) + Self.windowLife)
  }
}
