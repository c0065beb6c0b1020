import Dialogue
import Foundation
import Gateway

/// What the provider said when asked for a token.
enum TokenAnswer: Sendable {
  /// `expiresAt` is nil if the provider did not say.
  case token(String, expiresAt: Timestamp?)
  /// "Token not expired", without telling it again.
  case unchanged
  /// No token: why, as the end of the send that needed it.
  case refused(SendResult)
}

/// Asks for a token ("Wappin API v1.7, Get Token").
struct TokenCall: Sendable {
  let connection: ProviderConnection

  func run(clientID: String, secret: String?) async -> TokenAnswer {
    guard let secret else {
      return .refused(
        SendResult(.config, code: "secret", detail: "There is no secret for client_id \(clientID)."))
    }
    let basic = Data("\(clientID):\(secret)".utf8).base64EncodedString()
    let reply: ProviderConnection.Reply
    do {
      reply = try await connection.post(.token, authorization: "Basic \(basic)", body: .none)
    } catch {
      return .refused(
        SendResult(
          .notSent, code: "token-\(error.kind)", detail: "Asking for a token failed: \(error.detail)."))
    }
    let said = TokenReply(json: reply.body)
    if said?.status == "200" {
      guard let data = said?.data else { return .unchanged }
      return .token(data.accessToken, expiresAt: data.expiredDatetime.flatMap(WIBTime.timestamp))
    }
    let answer = Answer(
      http: reply.http, code: said?.status.flatMap { Int($0) }, message: said?.message,
      retryAfter: RetryAfter.duration(reply.retryAfter, now: Date()))
    let row = OutcomeTable.row(for: answer, to: .token)
    guard case .outcome(let outcome) = row.verdict else { return .unchanged }
    return .refused(
      SendResult(
        outcome, code: "token-\(answer.codeText)", detail: Sentence.about(row, answer, to: .token),
        words: Sentence.words(answer),
        retryAfter: outcome == .throttled ? answer.retryAfter : nil))
  }
}
