import Gateway

/// One send with one token ("Wappin API v1.7, Send Message", "Send Message (Media)", "Send Notification" and
/// "Send Notification with SMS"; "v2.1" for a template with media).
struct SendCall: Sendable {
  let connection: ProviderConnection

  /// - Returns: nil if the token was refused.
  func run(_ message: OutboundMessage, token: String) async -> SendResult? {
    do {
      let parcel = try Parcel(message)
      let judgement = await connection.judged(parcel.call, token: token, body: parcel.body).judgement
      return judgement.verdict == .renewToken ? nil : judgement.result
    } catch {
      return error.result
    }
  }
}
