import Journal

/// The half of the daemon that sends, as the others see it.
package protocol Outgoing: Sendable {
  /// These contacts may have a message to send now.
  func wake(_ contacts: [Int64])

  /// This contact has written: what waited for that may go out.
  func heard(_ contact: Int64)

  /// These messages are in the outbox now, each the first of its turn; what comes after them is found there.
  func offer(_ rows: [OutboxRow])
}
