import Gateway
import TestSupport
import Testing
import Wappin

/// Every row of the table of answers, over real HTTP.
@Suite("what each answer means")
struct OutcomeRowTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var http = 200
    var headers: [String: String] = [:]
    var body: String
    var outcome: SendOutcome
    var code: String
    var messageID: String?
    var retryAfter: Duration?
    var mayResend = true

    var testDescription: String { "\(http) \(body)" }

    static func json(_ status: Int, _ outcome: SendOutcome, http: Int = 200, mayResend: Bool = true) -> Case {
      Case(
        http: http, body: #"{"status":"\#(status)","message":"words","message_id":"x"}"#,
        outcome: outcome, code: "\(status)", messageID: outcome == .accepted ? "x" : nil, mayResend: mayResend
      )
    }

    static func bare(
      _ http: Int, _ outcome: SendOutcome, headers: [String: String] = [:], retryAfter: Duration? = nil
    )
      -> Case
    {
      Case(
        http: http, headers: headers, body: "<html>\(http)</html>", outcome: outcome, code: "http-\(http)",
        retryAfter: retryAfter)
    }
  }

  static let cases: [Case] = [
    .json(200, .accepted), .json(200, .accepted, http: 400),
    Case(body: #"{"status":200,"message_id":77}"#, outcome: .accepted, code: "200", messageID: "77"),
    Case(body: #"{"status":"200","message":"Success"}"#, outcome: .accepted, code: "200"),
    .json(400, .permanent), .json(400, .permanent, http: 400), .json(404, .rejected), .json(605, .rejected),
    .json(406, .config), .json(407, .config), .json(419, .config, http: 403),
    .json(600, .unreachable), .json(601, .unreachable),
    .json(700, .rejected),
    .json(201, .ambiguous), .json(999, .rejected), .json(500, .rejected, http: 500), .json(0, .rejected),
    Case(body: #"{"status":"429"}"#, outcome: .throttled, code: "429"),
    Case(
      http: 429, headers: ["Retry-After": "7"], body: #"{"status":"999"}"#, outcome: .throttled, code: "999",
      retryAfter: .seconds(7)),
    .bare(429, .throttled), .bare(429, .throttled, headers: ["Retry-After": "3"], retryAfter: .seconds(3)),
    .bare(503, .throttled, headers: ["Retry-After": "120"], retryAfter: .seconds(120)),
    .bare(
      503, .throttled, headers: ["Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"], retryAfter: .zero),
    .bare(503, .ambiguous), .bare(500, .ambiguous), .bare(502, .ambiguous), .bare(504, .ambiguous),
    .bare(200, .ambiguous), .bare(204, .ambiguous),
    Case(body: #"{"status":"200","mess"#, outcome: .ambiguous, code: "http-200"),
    Case(body: #"{"status":"fine"}"#, outcome: .ambiguous, code: "http-200"),
    Case(body: #"{"ok":true}"#, outcome: .ambiguous, code: "http-200"),
    Case(body: "[]", outcome: .ambiguous, code: "http-200"),
    Case(body: "", outcome: .ambiguous, code: "http-200"),
    .bare(301, .config, headers: ["Location": "http://127.0.0.1:1/"]), .bare(400, .permanent),
    .bare(403, .config),
    .bare(404, .config), .bare(405, .config), .bare(408, .ambiguous), .bare(413, .permanent),
    .bare(418, .rejected),
  ]

  @Test("each answer to a text has its outcome", arguments: cases)
  func text(expected: Case) async throws {
    try await ScriptedServer.run { _ in
      .answer(http: expected.http, headers: expected.headers, body: expected.http == 204 ? "" : expected.body)
    } _: { provider in
      let result = try await withClient(provider.url) { await $0.send(Wire.text()) }
      #expect(result.outcome == expected.outcome)
      #expect(result.code == expected.code)
      #expect(result.messageID == expected.messageID)
      #expect(result.retryAfter == expected.retryAfter)
      #expect(result.mayResend == expected.mayResend)
      #expect(result.detail.hasSuffix("."))
      #expect(provider.requests.count == 1)
      #expect(provider.complaints == [])
    }
  }

  @Test("every outcome of the closed set has a row, but those that need no answer")
  func everyOutcome() {
    let outcomes = Set(Self.cases.map(\.outcome))
    #expect(outcomes == Set(SendOutcome.allCases).subtracting([.notSent]))
  }

  @Test("every answer to every call falls under a row of that call")
  func total() {
    for call in ProviderCall.allCases {
      for code in Array(0...1000).map(Int?.some) + [nil] {
        let row = OutcomeTable.row(for: Answer(http: 200, code: code), to: call)
        #expect(OutcomeTable.rows.contains(row))
      }
      for http in 100...599 {
        #expect(OutcomeTable.rows.contains(OutcomeTable.row(for: Answer(http: http), to: call)))
      }
    }
  }
}
