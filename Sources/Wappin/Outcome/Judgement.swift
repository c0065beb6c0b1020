import Foundation
import Gateway

/// What one answer, or none, means for the call it belongs to.
struct Judgement: Sendable {
  var verdict: OutcomeTable.Verdict
  /// The same as the end of a call; where the verdict is no outcome, the one that comes closest.
  var result: SendResult

  /// What the provider answered.
  init(_ reply: ProviderConnection.Reply, to call: ProviderCall) {
    let said = SendReply(json: reply.body)
    let answer = Answer(
      http: reply.http, code: said?.status.flatMap { Int($0) }, messageID: said?.messageID,
      message: said?.message, retryAfter: RetryAfter.duration(reply.retryAfter, now: Date()))
    let row = OutcomeTable.row(for: answer, to: call)
    verdict = row.verdict
    let detail = Sentence.about(row, answer, to: call)
    let words = Sentence.words(answer)
    switch row.verdict {
    case .renewToken: result = SendResult(.config, code: answer.codeText, detail: detail, words: words)
    case .notFound: result = SendResult(.rejected, code: answer.codeText, detail: detail, words: words)
    case .ambiguousForGood:
      result = SendResult(.ambiguous, code: answer.codeText, detail: detail, words: words, mayResend: false)
    case .outcome(.accepted):
      result = SendResult(.accepted, code: answer.codeText, detail: detail, messageID: answer.messageID)
    case .outcome(let outcome):
      result = SendResult(
        outcome, code: answer.codeText, detail: detail, words: words,
        retryAfter: outcome == .throttled ? answer.retryAfter : nil)
    }
  }

  /// No answer.
  init(_ trouble: NetworkTrouble, isRepeatable: Bool) {
    let outcome: SendOutcome
    let detail: String
    if trouble.kind == NetworkTrouble.file {
      // A request that ends early is no message: what the provider has of it is shorter than it was told.
      (outcome, detail) = (.rejected, trouble.detail)
    } else if trouble.mayHaveArrived {
      (outcome, detail) = (isRepeatable ? .notSent : .ambiguous, "The answer was lost: \(trouble.detail).")
    } else {
      (outcome, detail) = (.notSent, "The provider was not reached: \(trouble.detail).")
    }
    verdict = .outcome(outcome)
    result = SendResult(outcome, code: trouble.kind, detail: detail)
  }
}
