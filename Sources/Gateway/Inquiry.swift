import Dialogue

/// Asks a provider what became of a message it took.
package protocol Inquiring: Sendable {
  /// Asks once; does not throw, and is not stopped by cancellation.
  func inquire(_ messageID: String, on channel: Channel) async -> Inquiry
}

/// What a provider knows of a message.
package enum Inquiry: Sendable, Hashable {
  /// Oldest first; may be empty.
  case known([News])
  /// The provider knows no such message, or knows nothing of it yet; the answer as an end of a call.
  case notFound(SendResult)
  /// It could not be asked, or its answer makes no sense: as an end of a call.
  case failed(SendResult)

  package struct News: Sendable, Hashable, Codable {
    package var status: DeliveryStatus
    /// Nil if the provider did not say.
    package var at: Timestamp?

    package init(status: DeliveryStatus, at: Timestamp?) {
      self.status = status
      self.at = at
    }
  }
}
