/// What can go wrong.
enum FaultKind: Sendable, Hashable {
  /// Whether it happens before a call is taken, or after, when its message is accepted and its callbacks come.
  enum Moment: String, Sendable, Hashable, CaseIterable { case before, after }

  case latency(DurationRange, Moment)
  /// Never an answer.
  case hang(Moment)
  /// The connection is reset instead of an answer.
  case reset(Moment)
  /// Something else is answered.
  case answer(FaultAnswer, Moment)
  /// The answer's first half, and then the end of the connection.
  case truncated
  /// No more than so many calls in a second.
  case rate(perSecond: Int, FaultAnswer)
  /// The answer waits until the message's callbacks have come.
  case callbacksFirst
  case callback(CallbackOddity)

  /// Every kind by the name it is asked for.
  static let names = [
    "latency", "hang", "reset", "http", "html", "truncated", "unauthorized", "rate-limit", "outage", "code",
    "callback-early", "callback-late", "callback-lost", "callback-read-alone", "callback-swapped",
    "callback-twice", "callback-spelling", "callback-null", "callback-absent", "callback-numbers",
    "callback-unknown-type",
  ]

  /// Whether it strikes callbacks, not calls.
  var isOfCallbacks: Bool {
    if case .callback = self { true } else { false }
  }

  init(_ fields: inout FaultFields) throws(FaultMistake) {
    guard let name = fields.text("kind") else {
      throw FaultMistake("A fault needs a kind: \(Self.names.joined(separator: ", ")).")
    }
    switch name {
    case "latency":
      let delay = try fields.required("delay", "latency", DurationRange.read, "like 2s or 1s-3s")
      self = .latency(delay, try fields.moment(default: .before))
    case "hang": self = .hang(try fields.moment(default: .after))
    case "reset": self = .reset(try fields.moment(default: .before))
    case "http":
      let status = try fields.whole("status", 500...599) ?? 500
      let answer = FaultAnswer.http(status, retryAfter: try fields.retryAfter())
      self = .answer(answer, try fields.moment(default: .before))
    case "html":
      self = .answer(.html(try fields.whole("status", 200...599) ?? 200), try fields.moment(default: .before))
    case "truncated": self = .truncated
    case "unauthorized":
      let status = try fields.whole("status", 200...499) ?? 200
      self = .answer(.code("401", "Invalid credential", httpStatus: status), .before)
    case "rate-limit":
      let retryAfter = try fields.retryAfter() ?? 1
      let status = try fields.whole("status", 200...499) ?? 429
      let answer = FaultAnswer.code(
        "429", "Too Many Requests", httpStatus: status, retryAfter: retryAfter)
      let rate = try fields.whole("rate", 1...100_000)
      self = rate.map { .rate(perSecond: $0, answer) } ?? .answer(answer, .before)
    case "outage":
      guard fields.has("for") else {
        throw FaultMistake("An outage needs how long it is, for example \"for\": \"30s\".")
      }
      self = .reset(.before)
    case "code":
      guard let code = fields.text("code") else {
        throw FaultMistake("The kind code needs the code to answer, for example \"code\": \"700\".")
      }
      let answer = FaultAnswer.code(
        code, fields.text("message") ?? "Error", httpStatus: try fields.whole("status", 200...599) ?? 200)
      self = .answer(answer, try fields.moment(default: .before))
    case "callback-early": self = .callbacksFirst
    default:
      guard let oddity = try CallbackOddity(kind: name, &fields) else {
        throw FaultMistake(
          "There is no fault of the kind \"\(name.prefix(40))\": \(Self.names.joined(separator: ", ")).")
      }
      self = .callback(oddity)
    }
  }
}
