import Gateway

/// What each answer of the provider means: the first row that fits decides, so the JSON `status` is judged before the
/// HTTP status ("Wappin API v1.7", the tables of codes below each call).
package enum OutcomeTable {
  /// What an answer is recognised by.
  package enum Condition: Sendable, Hashable {
    /// The JSON `status`.
    case code(ClosedRange<Int>)
    /// Any JSON `status`.
    case anyCode
    /// The HTTP status, whatever the body.
    case http(ClosedRange<Int>)
    /// The same, if the answer says when to come back.
    case httpWithRetryAfter(ClosedRange<Int>)
  }

  /// What an answer means for the message that was sent.
  package enum Verdict: Sendable, Hashable {
    case outcome(SendOutcome)
    /// May have gone out in part: never sent again without a person.
    case ambiguousForGood
    /// The token is not taken (any more): once more with a new one.
    case renewToken
    /// The provider knows no such message, or knows nothing of it yet.
    case notFound
  }

  /// One kind of answer to some calls, and what it means.
  package struct Row: Sendable, Hashable {
    package var calls: Set<ProviderCall>
    package var condition: Condition
    package var verdict: Verdict
    /// For the operator: what it means, and what to do if that is not plain.
    package var note: String
  }

  /// In the order they are tried.
  package static let rows: [Row] = [
    // The JSON status.
    row(sends, .code(200...200), .outcome(.accepted), "accepted"),
    row(questions, .code(200...200), .outcome(.accepted), "answered"),
    row(sends, .code(201...299), .outcome(.ambiguous), "an unknown kind of success"),
    row(sends.union(questions), .code(400...400), .outcome(.permanent), "the request was refused as wrong"),
    row(sends.union(questions), .code(401...401), .renewToken, "the access token was refused"),
    row(
      [.template, .templateWithMedia], .code(404...404), .outcome(.permanent),
      "the template does not exist or is not active"),
    row(
      [.templateWithSMS], .code(404...404), .outcome(.permanent),
      "the template or its SMS template does not exist or is not active"),
    row([.inquiry], .code(404...404), .notFound, "nothing is known of the message, or not yet"),
    row(all, .code(406...406), .outcome(.config), "the authorization header was not understood"),
    row(
      all, .code(407...407), .outcome(.config),
      "this machine's address is not on the integration's allow list: add it in the dashboard"),
    row(
      all, .code(419...419), .outcome(.config),
      "the project is not in production: have the provider switch it"),
    row(sends, .code(429...429), .outcome(.throttled), "too many messages at once"),
    row(questions, .code(429...429), .outcome(.throttled), "too many calls at once"),
    row(sends, .code(600...601), .outcome(.unreachable), "the number cannot be reached on WhatsApp"),
    row([.numberCheck], .code(601...601), .outcome(.unreachable), "the number is not on WhatsApp"),
    row([.media, .templateWithMedia], .code(605...605), .outcome(.permanent), "the media was refused"),
    row(
      [.templateWithSMS], .code(700...700), .ambiguousForGood,
      "an error from the vendor: WhatsApp message or SMS may have gone out"),
    row([.token], .code(400...401), .outcome(.config), "client_id or secret is wrong"),
    // Answers that ask to wait, with a status nobody knows or none.
    row(all, .http(429...429), .outcome(.throttled), "too many calls at once"),
    row(all, .httpWithRetryAfter(503...503), .outcome(.throttled), "the provider asks to wait"),
    // A JSON refusal is a definite "not sent".
    row(sends.union(questions), .anyCode, .outcome(.rejected), "refused with an unknown code"),
    row([.token], .anyCode, .outcome(.notSent), "no token was given"),
    // No JSON status at all.
    row(sends, .http(200...299), .outcome(.ambiguous), "success, but not in the provider's form"),
    row([.token], .http(200...299), .outcome(.notSent), "the answer to the token call is not the provider's"),
    row(questions, .http(200...299), .outcome(.notSent), "the answer is not in the provider's form"),
    row(
      all, .http(300...399), .outcome(.config), "a redirect: gateway.base_url is not the API's address"),
    row(sends.union(questions), .http(400...400), .outcome(.permanent), "the request was refused as wrong"),
    row(sends.union(questions), .http(401...401), .renewToken, "the access token was refused"),
    row([.token], .http(401...401), .outcome(.config), "client_id or secret is wrong"),
    row(all, .http(403...407), .outcome(.config), "not the API's address, or this machine may not call it"),
    row(sends, .http(408...408), .outcome(.ambiguous), "the provider lost patience with the request"),
    row(sends, .http(413...415), .outcome(.permanent), "the message is too large or of a wrong type"),
    row(all, .http(419...419), .outcome(.config), "the project is not in production"),
    row(sends, .http(400...499), .outcome(.rejected), "refused without a reason"),
    row(sends, .http(100...999), .outcome(.ambiguous), "an error at the provider: it may have been sent"),
    row([.token], .http(100...999), .outcome(.notSent), "no token was given"),
    row(questions, .http(100...999), .outcome(.notSent), "an error at the provider"),
  ]

  private static let all = Set(ProviderCall.allCases)
  private static let sends: Set<ProviderCall> = [
    .text, .media, .template, .templateWithSMS, .templateWithMedia,
  ]
  /// Calls that change nothing and can be made again.
  private static let questions: Set<ProviderCall> = [.inquiry, .numberCheck]

  private static func row(
    _ calls: Set<ProviderCall>, _ condition: Condition, _ verdict: Verdict, _ note: String
  ) -> Row {
    Row(calls: calls, condition: condition, verdict: verdict, note: note)
  }

  /// The row an answer to `call` falls under.
  package static func row(for answer: Answer, to call: ProviderCall) -> Row {
    rows.first { $0.calls.contains(call) && $0.condition.fits(answer) }
      ?? row([call], .http(answer.http...answer.http), .outcome(.ambiguous), "an answer out of all bounds")
  }
}

extension OutcomeTable.Condition {
  func fits(_ answer: Answer) -> Bool {
    switch self {
    case .code(let range): answer.code.map(range.contains) ?? false
    case .anyCode: answer.code != nil
    case .http(let range): range.contains(answer.http)
    case .httpWithRetryAfter(let range): range.contains(answer.http) && answer.retryAfter != nil
    }
  }
}
