/// What is remembered between two events of one customer; saved after each.
package struct Conversation: Sendable, Hashable {
  /// When the session began: the first customer message after the last session ended.
  package var startedAt: Timestamp?
  package var lastInboundAt: Timestamp?
  /// Customer messages since ``turnsSince``, for the guard against two bots that talk to each other.
  package var turns = 0
  package var turnsSince: Timestamp?
  /// Session variables.
  package var vars: [String: String]
  /// Defaults said in a row.
  package var misses: Int
  package var missedAt: Timestamp?
  /// When the last defaults were said, as far as the bot limits them.
  package var fallbacksAt: [Timestamp] = []
  /// The question that waits for an answer.
  package var open: OpenQuestion?
  /// What comes back, innermost last.
  package var returns: [Return] = []
  /// The call that is under way.
  package var call: PendingCall?
  /// Whether a person has the conversation.
  package var panel: OpenPanel?
  /// What was picked last at each place.
  package var picks: [String: Int] = [:]
  /// When the customer was last told that the bot's hours are over.
  package var closedToldAt: Timestamp?
  /// Whether the bot's first scenario is still to come, because the hours were over at the first message.
  package var awaitsFirst = false
  /// Counts questions and calls, so that news of an earlier one is known.
  package var serial = 0

  package init(
    startedAt: Timestamp? = nil, lastInboundAt: Timestamp? = nil, vars: [String: String] = [:],
    misses: Int = 0
  ) {
    self.startedAt = startedAt
    self.lastInboundAt = lastInboundAt
    self.vars = vars
    self.misses = misses
  }
}

/// A step of a scenario by name, so that an edited file finds it again.
package struct StepPlace: Sendable, Hashable, Codable, CustomStringConvertible {
  package var scenario: String
  package var step: String

  package init(scenario: String, step: String) {
    self.scenario = scenario
    self.step = step
  }

  /// `scenario/step`
  package var description: String { "\(scenario)/\(step)" }
}

/// A question that waits for an answer.
package struct OpenQuestion: Sendable, Hashable, Codable {
  package var place: StepPlace
  /// What it took for an answer when it was asked.
  package var signature: String
  package var serial: Int
  package var closesAt: Timestamp
  /// Answers that were none.
  package var tries: Int
  /// Whether the customer has not seen it: it waits until they write. Nil is no.
  package var isHeld: Bool?

  package init(place: StepPlace, signature: String, serial: Int, closesAt: Timestamp, tries: Int = 0) {
    self.place = place
    self.signature = signature
    self.serial = serial
    self.closesAt = closesAt
    self.tries = tries
  }
}

/// What is done when the scenario under way is over.
package enum Return: Sendable, Hashable, Codable {
  /// On behind a `visit`.
  case visit(StepPlace)
  /// A question is asked again that a keyword interrupted.
  case question(OpenQuestion)
  /// A message that waited is matched; nil for one without text.
  case message(String?)
  /// The session ends.
  case sessionEnd

  /// The scenario that waits.
  var scenario: String? {
    switch self {
    case .visit(let place): place.scenario
    case .question(let question): question.place.scenario
    case .message, .sessionEnd: nil
    }
  }
}

/// A call whose answer is awaited.
package struct PendingCall: Sendable, Hashable, Codable {
  package var place: StepPlace
  package var serial: Int
  /// What the customer wrote in the turn that called, for `message.text`.
  package var text: String?

  package init(place: StepPlace, serial: Int, text: String? = nil) {
    self.place = place
    self.serial = serial
    self.text = text
  }
}

/// A conversation that is a person's.
package struct OpenPanel: Sendable, Hashable, Codable {
  /// The chat panel's scenario; nil if an operator paused the bot.
  package var scenario: String?
  package var openedAt: Timestamp
  /// The last message of either side.
  package var lastAt: Timestamp
  package var nudges: Int
  /// Whether a person has written.
  package var isAnswered: Bool
  /// Whether the customer asked for a person, and none has written.
  package var isUnanswered: Bool { scenario != nil && !isAnswered }

  package init(
    scenario: String?, openedAt: Timestamp, lastAt: Timestamp, nudges: Int = 0, isAnswered: Bool = false
  ) {
    self.scenario = scenario
    self.openedAt = openedAt
    self.lastAt = lastAt
    self.nudges = nudges
    self.isAnswered = isAnswered
  }
}
