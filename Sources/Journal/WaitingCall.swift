import Dialogue

/// A call of a scenario that has no end yet.
package struct WaitingCall: Sendable, Hashable {
  package var id: Int64
  /// The channel's name.
  package var channel: String
  package var contactID: Int64
  /// The `Idempotency-Key`: the same however often the call is made.
  package var key: String
  /// Nil if the row cannot be read.
  package var request: CallRequest?
  /// How often it was begun before.
  package var attempts: Int

  package init(
    id: Int64, channel: String, contactID: Int64, key: String, request: CallRequest?, attempts: Int
  ) {
    self.id = id
    self.channel = channel
    self.contactID = contactID
    self.key = key
    self.request = request
    self.attempts = attempts
  }
}
