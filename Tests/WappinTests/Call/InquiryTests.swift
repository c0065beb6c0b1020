import Dialogue
import Gateway
import TestSupport
import Testing
import Wappin

@Suite("asking what became of a message")
struct InquiryTests {
  private func inquiry(_ body: String, http: Int = 200) async throws -> Inquiry {
    try await ScriptedServer.run { _ in
      .answer(http: http, body: body)
    } _: { provider in
      let answer = try await withClient(provider.url) { await $0.inquire("5c33139c82f94", on: Wire.channel) }
      let request = try #require(provider.requests.first)
      #expect(request.path == "/v1/message/inquiry")
      #expect(request.headers["content-type"] == "application/json")
      #expect(String(decoding: request.body, as: UTF8.self) == #"{"message_id":"5c33139c82f94"}"#)
      #expect(provider.requests.count == 1)
      #expect(provider.complaints == [])
      return answer
    }
  }

  private static let sent = Inquiry.News(status: .sent, at: Timestamp(milliseconds: 1_557_915_516_000))
  private static let read = Inquiry.News(status: .read, at: Timestamp(milliseconds: 1_557_915_520_000))

  @Test(
    "statuses are read whatever their shape, oldest first",
    arguments: [
      #"{"status":"200","message":"Success","data":[{"status":"sent","timestamp":"1557915516"},{"status":"read","timestamp":"1557915520"}]}"#,
      #"{"status":200,"data":[{"status":"Sent","timestamp":1557915516},{"status":"READ","timestamp":1557915520000,"new":{}}]}"#,
      #"{"status":"200","data":[{"status":"read","timestamp":"1557915520"},{"status":"sent","timestamp":"1557915516"}]}"#,
      #"{"status":"200","data":[{"status":"queued","timestamp":"1"},{"status":"sent","timestamp":1557915516.0},{"status":"read","timestamp":"1557915520"}]}"#,
    ])
  func shapes(body: String) async throws {
    #expect(try await inquiry(body) == .known([Self.sent, Self.read]))
  }

  @Test("one status need not be in a list, and a time may be missing")
  func single() async throws {
    #expect(
      try await inquiry(#"{"status":"200","data":{"status":"sent","timestamp":"1557915516"}}"#)
        == .known([Self.sent]))
    #expect(
      try await inquiry(
        #"{"status":"200","data":[{"status":"read","timestamp":"1557915520"},{"status":"failed"},{"status":"sent","timestamp":null}]}"#
      ) == .known([Self.read, .init(status: .failed, at: nil), .init(status: .sent, at: nil)]))
  }

  @Test("no data is no news", arguments: ["", #","data":null"#, #","data":[]"#, #","data":{}"#])
  func noData(data: String) async throws {
    #expect(try await inquiry(#"{"status":"200","message":"Success"\#(data)}"#) == .known([]))
  }

  @Test(
    "data that is neither makes no sense",
    arguments: [#""sent""#, "7", "[1]", #"[{"state":"sent"}]"#, #"["sent"]"#])
  func nonsense(data: String) async throws {
    guard case .failed(let result) = try await inquiry(#"{"status":"200","data":\#(data)}"#) else {
      Issue.record("it made sense")
      return
    }
    #expect(result.outcome == .rejected)
    #expect(result.detail == "The inquiry was answered 200, but not with a list of statuses.")
  }

  @Test(
    "answers that are not the provider's can be asked again",
    arguments: [
      (200, "<html>", SendOutcome.notSent, "http-200"), (500, "", .notSent, "http-500"),
      (503, "", .notSent, "http-503"), (429, "", .throttled, "http-429"), (404, "", .config, "http-404"),
      (302, "", .config, "http-302"), (400, "", .permanent, "http-400"), (418, "", .notSent, "http-418"),
      (200, #"{"status":"999"}"#, .rejected, "999"), (200, #"{"status":"201"}"#, .rejected, "201"),
      (200, #"{"status":"429"}"#, .throttled, "429"),
    ])
  func strange(http: Int, body: String, outcome: SendOutcome, code: String) async throws {
    guard case .failed(let result) = try await inquiry(body, http: http) else {
      Issue.record("it was answered")
      return
    }
    #expect(result.outcome == outcome)
    #expect(result.code == code)
  }

  @Test("a lost answer does no harm: it can be asked again", arguments: [ProviderCall.inquiry, .numberCheck])
  func lost(call: ProviderCall) async throws {
    try await ScriptedServer.run { _ in
      .reset
    } _: { provider in
      let made = try await withClient(provider.url) { await $0.make(call) }
      #expect(made.end == .failed(.notSent))
      #expect(made.result?.code == "reset")
    }
    let made = try await withClient("http://127.0.0.1:1") { await $0.make(call) }
    #expect(made.end == .failed(.notSent))
    #expect(made.result?.code == "refused")
  }
}
