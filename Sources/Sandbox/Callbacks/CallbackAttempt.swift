import Foundation

/// One try to hand over a callback.
package struct CallbackAttempt: Sendable, Hashable, Codable {
  /// Milliseconds since 1970 UTC.
  package var at: Int64
  package var messageID: String
  /// The customer's number.
  package var customer: String
  package var url: String
  package var body: String
  /// 1 for the first.
  package var attempt: Int
  package var outcome: CallbackOutcome
}

/// What came of one try to hand over a callback.
package enum CallbackOutcome: Sendable, Hashable, Codable {
  /// Answered `{"status":"000"}`.
  case acknowledged
  /// Answered something else.
  case refused(httpStatus: Int, answer: String)
  /// No answer; the reason is the network's.
  case unreachable(reason: String)

  private struct Acknowledgement: Decodable { var status: String }

  init(httpStatus: Int, answer: some DataProtocol) {
    let data = Data(answer)
    if (try? JSONDecoder().decode(Acknowledgement.self, from: data))?.status == "000" {
      self = .acknowledged
    } else {
      self = .refused(httpStatus: httpStatus, answer: String(decoding: data.prefix(300), as: UTF8.self))
    }
  }

  /// What went wrong and what to do, for the person at the phone; nil if nothing did.
  package func advice(url: String) -> String? {
    switch self {
    case .acknowledged:
      nil
    case .unreachable(let reason):
      "Nobody answers at \(url) (\(reason)). Start the daemon, or give its address with --callback."
    case .refused(401, _), .refused(403, _):
      "The daemon does not know who calls (HTTP 401 or 403 at \(url)). "
        + "Give the bearer token of its `callback:` section with --callback-token."
    case .refused(404, _), .refused(405, _):
      "There is no callback at \(url). Compare it with `callback: path:` of the daemon's configuration."
    case .refused(500..., _):
      "The daemon cannot take it now (HTTP \(httpStatus) from \(url)). Its log says why."
    case .refused:
      "\(url) answered HTTP \(httpStatus), but not {\"status\":\"000\"}. Is this the daemon's callback address?"
    }
  }

  private var httpStatus: Int {
    if case .refused(let status, _) = self { status } else { 0 }
  }
}
