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
  /// The question that was open when the customer wrote.
  var question: MetQuestion?
  /// Whether the customer writes for the first time.
  var isFirstMessage = false
  var stepsTaken = 0
  var trace = Trace()
  /// The lines of the menu that is being asked, for `{options}`.
  var optionLines: String?
  /// Session variables when the session was ended in this turn.
  var endedVars: [String: String]?
  /// What the customer wrote, for `message.text`.
  var spoken: String?
  /// Whether what runs must leave the open question and what comes back alone.
  var isAside = false
  /// The visits that come back to what runs aside.
  var asideReturns: [StepPlace] = []

  init(
    _ conversation: Conversation, contact: Contact, event: Event, bot: Bot, now: Timestamp
  ) {
    self.conversation = conversation
    self.contact = contact
    self.event = event
    self.bot = bot
    self.now = now
    contactVars = contact.vars
    if case .message(let text) = event.kind { spoken = text }
  }

  /// What came of it.
  var turn: Turn {
    Turn(
      conversation: conversation, contactVars: contactVars, effects: effects,
      reason: Reason(
        winner: winner, match: match, path: path, question: question, isFirst: isFirstMessage ? true : nil),
      lastVars: (endedVars ?? [:]).merging(conversation.vars) { $1 }, trace: trace)
  }

  var context: AnswerContext { AnswerContext(now: now, timezone: bot.timezone) }

  /// The customer's language.
  var language: String { contactVars["lang"] ?? bot.options.languages.first ?? "id" }

  /// Notes a way that was taken at `position`.
  mutating func took(_ way: Branch.Way, at position: SourcePosition?) {
    if let position { trace.branches.append(Branch(position, way)) }
  }

  mutating func problem(_ message: String, at position: SourcePosition?) {
    effects.append(.problem(Problem(message, at: position)))
  }
}
