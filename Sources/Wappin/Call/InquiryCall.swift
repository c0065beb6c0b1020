import Dialogue
import Gateway

/// One inquiry with one token ("Wappin API v1.7, API Inquiry").
struct InquiryCall: Sendable {
  let connection: ProviderConnection

  /// - Returns: nil if the token was refused.
  func run(_ messageID: String, token: String) async -> Inquiry? {
    let request = InquiryRequest(messageID: messageID)
    let (judgement, body) = await connection.judged(.inquiry, token: token, body: .json(request.json))
    switch judgement.verdict {
    case .renewToken: return nil
    case .notFound: return .notFound(judgement.result)
    case .outcome(.accepted): return news(in: body, judgement.result)
    case .outcome, .ambiguousForGood: return .failed(judgement.result)
    }
  }

  /// Oldest first, whatever the provider's order; what is no status of a message is no news.
  private func news(in body: [UInt8], _ result: SendResult) -> Inquiry {
    guard let entries = InquiryReply(json: body)?.data, !entries.contains(where: { $0.status == nil }) else {
      return .failed(
        SendResult(
          .rejected, code: result.code,
          detail: "The inquiry was answered \(result.code), but not with a list of statuses."))
    }
    let news = entries.compactMap { entry in
      entry.status.flatMap { DeliveryStatus(rawValue: $0.lowercased()) }
        .map { Inquiry.News(status: $0, at: EpochTime.timestamp(entry.timestamp)) }
    }
    let times = news.compactMap(\.at)
    guard times.count == news.count else { return .known(news) }
    let order = news.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    return .known(order.map { news[$0] })
  }
}
