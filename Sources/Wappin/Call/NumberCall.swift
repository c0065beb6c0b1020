import Dialogue
import Gateway

/// One number check with one token ("Wappin API v1.7, API Number Checker").
struct NumberCall: Sendable {
  let connection: ProviderConnection

  /// - Returns: nil if the token was refused.
  func run(_ number: String, on channel: Channel, token: String) async -> NumberCheck? {
    let request = NumberCheckRequest(
      clientID: channel.clientID, projectID: channel.projectID, phoneNumber: number)
    let judgement = await connection.judged(.numberCheck, token: token, body: .json(request.json)).judgement
    switch judgement.verdict {
    case .renewToken: return nil
    case .outcome(.accepted): return .valid
    case .outcome(.unreachable): return .invalid(judgement.result)
    case .outcome, .ambiguousForGood, .notFound: return .failed(judgement.result)
    }
  }
}
