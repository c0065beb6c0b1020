import Dialogue

/// Asks a provider whether numbers can be reached.
package protocol NumberChecking: Sendable {
  /// Asks once; does not throw, and is not stopped by cancellation.
  ///
  /// - Parameter number: digits with country code, no plus.
  func check(_ number: String, on channel: Channel) async -> NumberCheck
}

/// What a provider says of a number.
package enum NumberCheck: Sendable, Hashable {
  case valid
  /// Not on WhatsApp: the answer as an end of a call.
  case invalid(SendResult)
  /// It could not be asked: as an end of a call.
  case failed(SendResult)
}
