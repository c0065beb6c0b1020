import Dialogue
import Foundation
import Gateway

/// One send with one token ("Wappin API v1.7, Send Message" and "Send Message (Media)").
struct SendCall: Sendable {
  let connection: ProviderConnection

  /// - Returns: nil if the token was refused.
  func run(_ message: OutboundMessage, token: String) async -> SendResult? {
    let endpoint: Endpoint
    let body: ProviderConnection.Body
    switch message.content {
    case .text(let text):
      endpoint = .sendText
      body = .json(
        TextRequest(
          clientID: message.channel.clientID, projectID: message.channel.projectID, messageContent: text,
          recipientNumber: message.recipient
        ).json)
    case .media(let media):
      endpoint = .sendMedia
      do { body = .form(try form(message, media)) } catch { return unreadable(error) }
    case .template:
      return SendResult(.rejected, code: "template", detail: "Templates cannot be sent.")
    }
    do {
      let reply = try await connection.post(endpoint, authorization: "Bearer \(token)", body: body)
      return result(of: reply, to: endpoint)
    } catch {
      return result(of: error)
    }
  }

  private func form(_ message: OutboundMessage, _ media: Content.Media) throws(UnreadableFile)
    -> MultipartForm
  {
    guard let path = message.mediaPath else { throw UnreadableFile(reason: "Its place is not known.") }
    let fields = MediaFields(
      clientID: message.channel.clientID, projectID: message.channel.projectID,
      recipientNumber: message.recipient, mediaType: media.kind.rawValue,
      caption: media.kind == .audio ? nil : media.caption)
    return MultipartForm(
      fields: fields.form, filePart: MediaFields.filePart, fileName: media.fileName,
      contentType: ContentType.of(fileName: media.fileName), file: try ChunkedFile(path: path))
  }

  private func result(of reply: ProviderConnection.Reply, to endpoint: Endpoint) -> SendResult? {
    let said = SendReply(json: reply.body)
    let answer = Answer(
      http: reply.http, code: said?.status.flatMap { Int($0) }, messageID: said?.messageID,
      message: said?.message, retryAfter: RetryAfter.duration(reply.retryAfter, now: Date()))
    let row = OutcomeTable.row(for: answer, to: endpoint)
    let (detail, words) = (Sentence.about(row, answer, "The send"), Sentence.words(answer))
    switch row.verdict {
    case .renewToken: return nil
    case .ambiguousForGood:
      return SendResult(.ambiguous, code: answer.codeText, detail: detail, words: words, mayResend: false)
    case .outcome(.accepted):
      return SendResult(.accepted, code: answer.codeText, detail: detail, messageID: answer.messageID)
    case .outcome(let outcome):
      return SendResult(
        outcome, code: answer.codeText, detail: detail, words: words,
        retryAfter: outcome == .throttled ? answer.retryAfter : nil)
    }
  }

  private func result(of trouble: NetworkTrouble) -> SendResult {
    // A request that ends early is no message: what the provider has of it is shorter than it was told.
    if trouble.kind == NetworkTrouble.file {
      return SendResult(.rejected, code: trouble.kind, detail: trouble.detail)
    }
    return trouble.mayHaveArrived
      ? SendResult(.ambiguous, code: trouble.kind, detail: "The answer was lost: \(trouble.detail).")
      : SendResult(.notSent, code: trouble.kind, detail: "The provider was not reached: \(trouble.detail).")
  }

  private func unreadable(_ file: UnreadableFile) -> SendResult {
    SendResult(.rejected, code: NetworkTrouble.file, detail: "\(file)")
  }
}
