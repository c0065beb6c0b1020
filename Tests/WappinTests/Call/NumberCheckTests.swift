import Gateway
import TestSupport
import Testing
import Wappin

@Suite("checking numbers")
struct NumberCheckTests {
  @Test("a number check is three strings, and its answer is read whatever the shape")
  func request() async throws {
    for body in [
      #"{"message_id":"5c823ecf75562","status":"200","message":"Phone Number Valid","data":null}"#,
      #"{"status":200,"data":[]}"#, #"{"status":"200","data":{"wa_id":"62"}}"#,
    ] {
      try await ScriptedServer.run { _ in
        .answer(http: 200, body: body)
      } _: { provider in
        let check = try await withClient(provider.url) { await $0.check("6282315658823", on: Wire.channel) }
        #expect(check == .valid)
        let request = try #require(provider.requests.first)
        #expect(request.path == "/v1/phone/number-checker")
        #expect(
          String(decoding: request.body, as: UTF8.self)
            == #"{"client_id":"0009","phone_number":"6282315658823","project_id":"16"}"#)
        #expect(provider.complaints == [])
      }
    }
  }

  @Test("a number that is not on WhatsApp is invalid, with the provider's words")
  func invalid() async throws {
    try await ScriptedServer.run { _ in
      .answer(http: 200, body: #"{"status":"601","message":"Phone Number Invalid"}"#)
    } _: { provider in
      let check = try await withClient(provider.url) { await $0.check("6282315658823", on: Wire.channel) }
      guard case .invalid(let result) = check else {
        Issue.record("\(check)")
        return
      }
      #expect(
        result.reason
          == "The number check was answered 601: the number is not on WhatsApp. It said: Phone Number Invalid"
      )
    }
  }
}
