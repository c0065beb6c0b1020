import Dialogue

extension World {
  /// Runs one event as the daemon does, and does what it says must be done.
  mutating func run(_ event: Event, of number: String) {
    let bot = bot.bot
    let before = customer(number)
    let turn = Dialogue.advance(
      before.conversation, contact: before.contact, event: event, bot: bot, now: now)
    let timers = turn.conversation.timers(bot)
    change(number) { customer in
      customer.conversation = turn.conversation
      customer.vars = turn.contactVars
      customer.lastVars = turn.lastVars
      // As the daemon does: rows of timers are left alone where they stay what they were.
      if case .timer = event.kind { customer.timers = timers }
      if timers != before.conversation.timers(bot) { customer.timers = timers }
      if turn.conversation.call == nil { customer.call = nil }
    }
    note(.turn(event.kind, turn), number)
    var beginsRound = event.kind.beginsRound
    for effect in turn.effects {
      switch effect {
      case .send(let content, let terms):
        if beginsRound { change(number) { $0.lastMessages = [] } }
        beginsRound = false
        send(content, terms, turn, to: number)
      case .call(let request): call(request, for: number)
      case .optOut, .problem: break
      }
    }
  }

  private mutating func send(_ content: Content, _ terms: SendTerms, _ turn: Turn, to number: String) {
    let id = nextID()
    if content.needsOpenWindow, !turn.conversation.hasOpenWindow(at: now) {
      let expiresAt = turn.expiry(of: content, terms, from: now)
      let message = Customer.HeldMessage(id: id, content: content, note: terms.note, expiresAt: expiresAt)
      change(number) { $0.held.append(message) }
      return note(.held(content, until: expiresAt), number)
    }
    say(content, id, terms.note, to: number)
  }

  private mutating func say(_ content: Content, _ id: Int64, _ sendNote: SendNote?, to number: String) {
    note(.said(content), number)
    change(number) { $0.lastMessages.append(Customer.SentMessage(id: id, note: sendNote)) }
  }

  /// The customer has written: what waited for that is sent.
  mutating func sayHeld(to number: String) {
    let held = customer(number).held
    guard !held.isEmpty else { return }
    change(number) { customer in
      customer.held = []
      customer.lastMessages = []
    }
    for message in held { say(message.content, message.id, message.note, to: number) }
  }

  /// A message waited too long for the customer to write.
  mutating func giveUp(_ message: Customer.HeldMessage, to number: String) {
    change(number) { customer in customer.held.removeAll { $0.id == message.id } }
    let why = "the customer did not write in time"
    note(.lost(message.content, why: why), number)
    post(.undelivered(outboxID: message.id, reason: why, note: message.note), to: number)
  }

  private mutating func call(_ request: CallRequest, for number: String) {
    let outcome = services.answer(request)
    note(.called(request, outcome), number)
    let endsAt = now + .milliseconds(request.timeout)
    change(number) { $0.call = Customer.OpenCall(request: request, endsAt: endsAt) }
    if let outcome { answer(outcome, to: number) }
  }
}

extension Event.Kind {
  /// Whether what is sent now is no more of what was sent before.
  fileprivate var beginsRound: Bool {
    switch self {
    case .callEnded, .undelivered: false
    default: true
    }
  }
}
