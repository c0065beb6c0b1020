import Dialogue
import Gateway
import TestSupport
import Testing
import Wappin

@Suite("sending text")
struct TextCallTests {
  @Test("a text is posted as JSON with the token, all values strings, exactly as configured")
  func request() async throws {
    let words = "Halo *kak*\n\"Budi\" \\ 🌸 \u{7}"
    try await ScriptedServer.run { _ in
      .answer(http: 200, body: Wire.good)
    } _: { provider in
      let result = try await withClient(provider.url + "/") { await $0.send(Wire.text(words)) }
      #expect(result.outcome == .accepted)
      let request = try #require(provider.requests.first)
      #expect(request.path == Wire.textPath)
      #expect(request.headers["authorization"] == "Bearer stored")
      #expect(request.headers["content-type"] == "application/json")
      #expect(
        TextRequest(json: request.body)
          == TextRequest(
            clientID: "0009", projectID: "16", messageContent: words, recipientNumber: "628989229471"))
      #expect(provider.requests.count == 1, "a stored token needs no call")
      #expect(provider.complaints == [])
    }
  }

  @Test("many sends at once share connections and each gets its own answer")
  func manyAtOnce() async throws {
    try await ScriptedServer.run { request in
      let content = TextRequest(json: request.body)?.messageContent ?? ""
      return .answer(http: 200, body: #"{"status":"200","message_id":"\#(content)"}"#)
    } _: { provider in
      try await withClient(provider.url) { client in
        await withTaskGroup(of: Void.self) { group in
          for number in 0..<300 {
            group.addTask {
              let result = await client.send(Wire.text("id\(number)"))
              #expect(result.messageID == "id\(number)")
            }
          }
        }
      }
      #expect(provider.requests.count == 300)
    }
  }

  @Test("a reload's new base URL is used from the next send on, and a wrong one changes nothing")
  func newBaseURL() async throws {
    try await ScriptedServer.run { _ in
      .answer(http: 200, body: Wire.good)
    } _: { provider in
      try await withClient("http://127.0.0.1:1") { client in
        try client.update(WappinSettings(baseURL: provider.url, secrets: [:]))
        #expect(throws: (any Error).self) {
          try client.update(WappinSettings(baseURL: "no address", secrets: [:]))
        }
        #expect(await client.send(Wire.text()).outcome == .accepted)
      }
    }
  }
}
