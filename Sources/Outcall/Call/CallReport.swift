import Dialogue

/// What became of one call: for the conversation, for metrics and for the log.
package struct CallReport: Sendable, Hashable {
  package enum Ending: String, Sendable, Hashable, CaseIterable {
    case answered
    /// An answer that is not 2xx; redirects are not followed.
    case status
    case timeout
    case unreachable
    case notJSON = "not-json"
    case tooLarge = "too-large"
    /// Not made: something about it is not allowed.
    case refused
  }

  package var ending: Ending
  package var outcome: CallOutcome
  /// What happened and what to do, in whole sentences without a secret and without anything a customer wrote; nil if it
  /// was answered.
  package var sentence: String?

  private init(_ ending: Ending, _ outcome: CallOutcome, _ sentence: String? = nil) {
    self.ending = ending
    self.outcome = outcome
    self.sentence = sentence
  }

  static func answered(_ json: String) -> Self { Self(.answered, .answered(json: json)) }

  static func status(_ code: UInt, at place: String) -> Self {
    let redirect = (300..<400).contains(code) ? "; redirects are not followed" : ""
    return Self(.status, .failed(status: "\(code)"), "\(place) answered \(code)\(redirect).")
  }

  static func timeout(at place: String, after limit: Duration) -> Self {
    Self(
      .timeout, .failed(status: "timeout"), "\(place) did not answer within \(limit.wholeMilliseconds) ms.")
  }

  static func unreachable(_ place: String, because reason: String) -> Self {
    Self(.unreachable, .failed(status: "unreachable"), "\(place) was not reached: \(reason).")
  }

  static func notJSON(at place: String, with code: UInt, because reason: String) -> Self {
    Self(.notJSON, .failed(status: "\(code)"), "The answer of \(place) is not JSON: \(reason).")
  }

  static func tooLarge(at place: String, with code: UInt, limit: Int) -> Self {
    Self(
      .tooLarge, .failed(status: "\(code)"),
      "The answer of \(place) is larger than \(limit) bytes.")
  }

  static func refused(_ refusal: CallRefusal) -> Self {
    Self(.refused, .failed(status: "unreachable"), "A call was not made. \(refusal.sentence)")
  }
}
