/// Something that happens to a conversation; each is a row of the inbox.
package struct Event: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The customer wrote; `text` is nil for media, buttons and empty messages.
    case message(text: String?)
    /// The time of a timer has come.
    case timer(TimerKind)
    /// The call with this serial has ended.
    case callEnded(serial: Int, CallOutcome)
    /// A person wrote to the customer.
    case agent
    /// An operator gives the conversation back to the bot.
    case release
    /// An operator takes the conversation from the bot.
    case pause
    /// A message of ours ended `dead`, `failed` or `expired`.
    case undelivered(outboxID: Int64, reason: String, note: SendNote?)
    /// These variables are set from outside, and the scenario, if one is named, is started.
    case start(scenario: String?, vars: [String: String])
    /// The event before this one at this place broke the engine three times: the customer gets the default,
    /// unless a person has the conversation.
    case poisoned

    /// Whether it must not be run while a call is under way (``Conversation/call``): it waits for the call's end.
    package var waitsForCall: Bool {
      switch self {
      case .message, .start, .undelivered: true
      case .timer, .callEnded, .agent, .release, .pause, .poisoned: false
      }
    }
  }

  package var kind: Kind
  /// The inbox row's id: the seed of everything random in this turn.
  package var id: Int64

  package init(_ kind: Kind, id: Int64) {
    self.kind = kind
    self.id = id
  }
}

/// What became of a call.
package enum CallOutcome: Sendable, Hashable, Codable {
  /// 2xx with this JSON.
  case answered(json: String)
  /// Why it failed, as `call.status` says it: an HTTP status, `timeout` or `unreachable`.
  case failed(status: String)
}

/// What a message of ours carries, for the case that it does not arrive.
package struct SendNote: Sendable, Hashable, Codable {
  /// The step that sent it, if that has a `not_sent`.
  package var place: StepPlace?
  /// The question it asked.
  package var question: Int?

  package init(place: StepPlace? = nil, question: Int? = nil) {
    self.place = place
    self.question = question
  }
}
