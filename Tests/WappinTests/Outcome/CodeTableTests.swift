import Dialogue
import Gateway
import TestSupport
import Testing
import Wappin

/// The tables of codes below each call of the provider's document, row by row, over real HTTP.
@Suite("the provider's tables of codes")
struct CodeTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var call: ProviderCall
    var code: Int
    /// As the document words it.
    var message: String
    var end: CallEnd

    var testDescription: String { "\(call.rawValue) \(code) \(message)" }
  }

  static let rows: [Row] =
    [ProviderCall.text, .media, .template, .templateWithSMS, .templateWithMedia].flatMap { call in
      [
        Row(call: call, code: 200, message: "Success", end: .send(.accepted)),
        Row(call: call, code: 400, message: "Error no input received", end: .send(.permanent)),
        Row(
          call: call, code: 400, message: "Project ID or Client ID cannot be process.",
          end: .send(.permanent)),
        Row(call: call, code: 401, message: "Invalid credential", end: .send(.config)),
        Row(call: call, code: 406, message: "Auth not recognize", end: .send(.config)),
        Row(call: call, code: 407, message: "IP Address not allowed", end: .send(.config)),
        Row(
          call: call, code: 419,
          message: "Sorry, the API Send Message can only be used for projects with production status.",
          end: .send(.config)),
        Row(
          call: call, code: 600, message: "Not delivered, Contact validate Failed", end: .send(.unreachable)),
        Row(call: call, code: 601, message: "Contact invalid", end: .send(.unreachable)),
      ]
    }
    + [ProviderCall.template, .templateWithSMS, .templateWithMedia].flatMap { call in
      [
        Row(call: call, code: 400, message: "Message param count do not match", end: .send(.permanent)),
        Row(
          call: call, code: 404, message: "API Notification Template not found or inactive",
          end: .send(.permanent)),
      ]
    }
    + [ProviderCall.media, .templateWithMedia].map { call in
      Row(call: call, code: 605, message: "Upload Media Failed", end: .send(.permanent))
    } + [
      Row(
        call: .templateWithSMS, code: 400, message: "params sms count do not match", end: .send(.permanent)),
      Row(
        call: .templateWithSMS, code: 404, message: "Content Template SMS not found", end: .send(.permanent)),
      Row(
        call: .templateWithSMS, code: 700, message: "Error from vendor",
        end: .send(.ambiguous, mayResend: false)),
      Row(call: .template, code: 700, message: "Error from vendor", end: .send(.rejected)),
      Row(call: .templateWithMedia, code: 700, message: "Error from vendor", end: .send(.rejected)),
      Row(call: .inquiry, code: 200, message: "Success", end: .asked),
      Row(call: .inquiry, code: 401, message: "Invalid credential", end: .failed(.config)),
      Row(call: .inquiry, code: 404, message: "Data not Found", end: .notFound),
      Row(call: .inquiry, code: 406, message: "Auth not recognize", end: .failed(.config)),
      Row(call: .inquiry, code: 407, message: "IP Address not allowed", end: .failed(.config)),
      Row(call: .numberCheck, code: 200, message: "Phone Number Valid", end: .asked),
      Row(call: .numberCheck, code: 400, message: "Error no input received", end: .failed(.permanent)),
      Row(
        call: .numberCheck, code: 400, message: "Project ID or Client ID cannot be process.",
        end: .failed(.permanent)),
      Row(call: .numberCheck, code: 401, message: "Invalid credential", end: .failed(.config)),
      Row(call: .numberCheck, code: 406, message: "Auth not recognize", end: .failed(.config)),
      Row(call: .numberCheck, code: 407, message: "IP Address not allowed", end: .failed(.config)),
      Row(call: .numberCheck, code: 601, message: "Phone Number Invalid", end: .invalid),
    ]

  @Test("each code of each call has its outcome, with HTTP 200 and with a status of its own", arguments: rows)
  func row(expected: Row) async throws {
    try await MediaFile.with(Array("bytes".utf8)) { path in
      for http in [200, (400...499).contains(expected.code) ? expected.code : 200] {
        try await ScriptedServer.run { request in
          if request.path == Wire.tokenPath { return Wire.token("fresh") }
          return .answer(
            http: http,
            body:
              #"{"message_id":"x","status":"\#(expected.code)","message":"\#(expected.message)","data":null}"#
          )
        } _: { provider in
          let made = try await withClient(provider.url) { await $0.make(expected.call, file: path) }
          #expect(made.end == expected.end)
          if let result = made.result {
            #expect(result.code == "\(expected.code)")
            #expect(result.detail.hasSuffix("."))
            // What a second 401 means is said in our words.
            if result.outcome != .accepted, expected.code != 401 { #expect(result.words == expected.message) }
          }
          let isRefusedToken = expected.code == 401
          #expect(provider.requests(to: expected.call.endpoint.rawValue).count == (isRefusedToken ? 2 : 1))
          #expect(provider.requests(to: Wire.tokenPath).count == (isRefusedToken ? 1 : 0))
          #expect(provider.complaints == [])
        }
      }
    }
  }

  @Test(
    "each code of the token call has its outcome",
    arguments: [
      (401, "Invalid credential"), (406, "Auth not recognize"), (407, "IP Address not allowed"),
    ])
  func token(code: Int, message: String) async throws {
    try await ScriptedServer.run { _ in
      .answer(http: 200, body: #"{"status":"\#(code)","message":"\#(message)","data":null}"#)
    } _: { provider in
      try await withClient(provider.url, store: MemoryTokenStore()) { client in
        let failure = await #expect(throws: TokenFailure.self) {
          try await client.currentToken(clientID: "0009")
        }
        #expect(failure?.code == "token-\(code)")
        #expect(await client.make(.inquiry).end == .failed(.config))
        #expect(await client.make(.numberCheck).end == .failed(.config))
      }
      #expect(provider.requests.allSatisfy { $0.path == Wire.tokenPath })
    }
  }
}
