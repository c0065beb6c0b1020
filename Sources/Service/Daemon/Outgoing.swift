/// The half of the daemon that sends, as the others see it.
package protocol Outgoing: Sendable {
  /// These contacts may have a message to send now.
  func wake(_ contacts: [Int64])
}
