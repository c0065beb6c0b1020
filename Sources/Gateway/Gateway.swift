import Dialogue

/// A provider, as the sender sees it.
package protocol Gateway: Sendable {
  /// Sends one message and says what became of it. Does not throw, does not repeat a request whose answer was lost,
  /// and is not stopped by cancellation once the first byte may have left.
  func send(_ message: OutboundMessage) async -> SendResult
}

/// One message to one customer.
package struct OutboundMessage: Sendable, Hashable {
  package var channel: Channel
  /// Digits with country code, no plus.
  package var recipient: String
  package var content: Content
  /// The file with the bytes of a media message.
  package var mediaPath: String?

  package init(channel: Channel, recipient: String, content: Content, mediaPath: String? = nil) {
    self.channel = channel
    self.recipient = recipient
    self.content = content
    self.mediaPath = mediaPath
  }
}

/// What became of one attempt to send.
package struct SendResult: Sendable, Hashable {
  package var outcome: SendOutcome
  /// The provider's own code, or an HTTP status, or the kind of a network error: for people and metrics.
  package var code: String
  /// One sentence for the operator, without anything of the message: it is logged.
  package var detail: String
  /// The provider's own words, which may repeat the number or the text: never logged.
  package var words: String?
  /// The provider's id of the message; only with ``SendOutcome/accepted``, and nil there if the provider broke its contract.
  package var messageID: String?
  /// Only with ``SendOutcome/throttled``.
  package var retryAfter: Duration?
  /// False if part of the message may have gone out and no one will tell: a person decides.
  package var mayResend: Bool

  package init(
    _ outcome: SendOutcome, code: String, detail: String, words: String? = nil, messageID: String? = nil,
    retryAfter: Duration? = nil, mayResend: Bool = true
  ) {
    self.words = words
    self.mayResend = mayResend
    self.outcome = outcome
    self.code = code
    self.detail = detail
    self.messageID = messageID
    self.retryAfter = retryAfter
  }
}

extension SendResult {
  /// ``detail`` with the provider's own words: for those who may see the message itself.
  package var reason: String { words.map { "\(detail) It said: \($0)" } ?? detail }
}

/// The closed set of ends an attempt can have; what follows from each is the sender's business.
package enum SendOutcome: String, Sendable, Hashable, Codable, CaseIterable {
  /// The provider has it.
  case accepted
  /// The provider asks to wait; nothing was sent.
  case throttled
  /// Nothing reached the provider; safe to repeat.
  case notSent = "not-sent"
  /// Refused for good.
  case permanent
  /// Refused for good, because this number cannot be reached.
  case unreachable
  /// Refused, but may be accepted later.
  case rejected
  /// Refused because of how this channel is set up: an operator must act.
  case config
  /// The answer was lost: it may have been sent.
  case ambiguous
}
