import Dialogue
import Gateway

/// What the provider says of a message, for `balas inquiry`.
package struct InquiryReport: Codable, Sendable {
  package var channel: String
  /// The provider's.
  package var messageID: String
  /// The same message in the outbox; nil if it is none of ours.
  package var message: OutboxItem?
  /// False if the provider knows no such message, or nothing of it yet.
  package var isKnown: Bool
  /// Oldest first.
  package var news: [Inquiry.News]
  /// What the provider answered; nil if it knows the message.
  package var detail: String?
}

/// What the provider says of a number, for `balas number`.
package struct NumberReport: Codable, Sendable {
  package enum Verdict: String, Codable, Sendable {
    /// It is on WhatsApp.
    case valid
    /// It is not.
    case invalid
    /// The provider did not say.
    case unknown
  }

  /// In the form used everywhere.
  package var number: String
  package var verdict: Verdict
  /// The provider's code or the kind of a network error; nil for a valid number.
  package var code: String?
  /// One or two sentences; nil for a valid number.
  package var why: String?
  /// How the call ended; nil if the provider judged the number.
  package var outcome: SendOutcome?
  /// Where the provider asks to wait and says how long.
  package var retryAfterSeconds: Int?

  package init(
    number: String, verdict: Verdict, code: String? = nil, why: String? = nil, outcome: SendOutcome? = nil,
    retryAfterSeconds: Int? = nil
  ) {
    self.number = number
    self.verdict = verdict
    self.code = code
    self.why = why
    self.outcome = outcome
    self.retryAfterSeconds = retryAfterSeconds
  }

  init(_ number: String, _ check: NumberCheck) {
    switch check {
    case .valid: self.init(number: number, verdict: .valid)
    case .invalid(let result):
      self.init(number: number, verdict: .invalid, code: result.code, why: result.reason)
    case .failed(let result):
      self.init(
        number: number, verdict: .unknown, code: result.code, why: result.reason, outcome: result.outcome,
        retryAfterSeconds: result.retryAfter.map { Int($0.components.seconds) })
    }
  }
}
