/// One turn under way.
struct Run {
  let bot: Bot
  let contact: Contact
  let event: Event
  let now: Timestamp
  var conversation: Conversation
  var contactVars: [String: String]
  var effects: [Effect] = []
  var winner = Reason.Winner.silent("")
  var match: Match?
  /// Scenarios entered, in order.
  var path: [String] = []
  var stepsTaken = 0

  init(
    _ conversation: Conversation, contact: Contact, event: Event, bot: Bot, now: Timestamp
  ) {
    self.conversation = conversation
    self.contact = contact
    self.event = event
    self.bot = bot
    self.now = now
    contactVars = contact.vars
  }

  /// What came of it.
  var turn: Turn {
    Turn(
      conversation: conversation, contactVars: contactVars, effects: effects,
      reason: Reason(winner: winner, match: match, path: path))
  }

  mutating func problem(_ message: String, at position: SourcePosition?) {
    effects.append(.problem(Problem(message, at: position)))
  }
}
