extension ProviderConnection {
  /// Makes a call with a token once, and says what its answer means.
  ///
  /// - Returns: the bytes of the answer beside it; none if there was no answer.
  func judged(_ call: ProviderCall, token: String, body: Body) async -> (judgement: Judgement, body: [UInt8])
  {
    do {
      let reply = try await post(call.endpoint, authorization: "Bearer \(token)", body: body)
      return (Judgement(reply, to: call), reply.body)
    } catch {
      let isRepeatable = call == .inquiry || call == .numberCheck
      return (Judgement(error, isRepeatable: isRepeatable), [])
    }
  }
}
