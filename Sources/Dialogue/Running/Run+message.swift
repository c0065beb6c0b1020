extension Run {
  /// The customer wrote: whoever has the conversation gets it.
  mutating func hear(_ text: String?) {
    let isFirst = conversation.lastInboundAt == nil || conversation.awaitsFirst
    beginMessage()
    (question, isFirstMessage) = (conversation.open.map(MetQuestion.init), isFirst)
    let unseen = showHeldQuestion()
    // What is written to a person is no turn of the bot's.
    if conversation.panel != nil { return panelHears(text) }
    guard mayTakeTurn() else { return }
    if isClosed, !(text.map(startsOptOut) ?? false) {
      conversation.awaitsFirst = isFirst && bot.options.first != nil
      return tellClosed()
    }
    conversation.awaitsFirst = false
    if let unseen { return understand(text, before: unseen) }
    if isFirst, let first = bot.options.first.flatMap(bot.scenario(named:)) {
      conversation.returns = [.message(text)]
      winner = .scenario(first.name)
      run(from: enter(first))
      return
    }
    understand(text)
  }

  /// The customer's message lets the question out that waited for it.
  ///
  /// - Returns: that question, if there is one.
  private mutating func showHeldQuestion() -> Asked? {
    guard let open = conversation.open, open.isHeld == true else { return nil }
    conversation.open?.isHeld = nil
    guard let asked = asked(open) else { return nil }
    conversation.open?.closesAt = now + (asked.question.timeout ?? bot.options.idle)
    return conversation.open.flatMap(self.asked)
  }

  /// What the customer wrote before seeing a question may start something, but is not its answer.
  private mutating func understand(_ text: String?, before unseen: Asked) {
    if let text {
      let reading = bot.matcher.speller.reading(text)
      if climb(reading, unseen, isSeen: false) { return }
      if let mended = bot.matcher.speller.mended(reading), climb(mended, unseen, isSeen: false) { return }
    }
    winner = .silent("the question that waited for the customer to write is asked now")
  }

  mutating func understand(_ text: String?) {
    if let text { answer(text) } else { answerMedia() }
  }

  /// A message with text: the answer to the open question, or the start that wins it, else the default.
  mutating func answer(_ text: String) {
    guard let open = conversation.open else { return answerFreely(text) }
    guard let asked = asked(open) else { return answerGone(open, text) }
    let words = vocabulary(of: asked.question)
    let reading = bot.matcher.speller.reading(text, besides: words, isAnswer: true)
    if climb(reading, asked) { return }
    if let mended = bot.matcher.speller.mended(reading, besides: words), climb(mended, asked) { return }
    refuse(asked)
  }

  private mutating func answerFreely(_ text: String) {
    if let match = winner(text) {
      conversation.returns = []
      return start(match)
    }
    miss()
  }

  /// A message without text never matches, and is no miss and no try.
  mutating func answerMedia() {
    guard let open = conversation.open else { return sayMediaDefault() }
    guard let asked = asked(open) else { return answerGone(open, nil) }
    guard case .ask(.media) = asked.question.kind else { return sayMediaDefault() }
    // The other pictures of an album come right after the first.
    conversation.missedAt = now
    accept(Answer("media"), asked)
  }

  /// The start that wins a text where no question is open.
  func winner(_ text: String) -> Match? {
    let reading = bot.matcher.speller.reading(text)
    if let match = bot.matcher.starts(fitting: reading, in: context).winner { return match }
    return bot.matcher.speller.mended(reading).flatMap {
      bot.matcher.starts(fitting: $0, in: context).winner
    }
  }

  /// The words of a question are words of the bot there.
  func vocabulary(of question: Question) -> Set<String> {
    switch question.kind {
    case .ask(let expectation): expectation.vocabulary
    case .menu(let options): Set(options.flatMap { PlainText.words(label($0)) })
    }
  }

  /// Runs the scenario of a start; what comes back is the caller's business.
  mutating func start(_ match: Match) {
    guard let scenario = bot.scenario(named: match.scenario) else { return miss() }
    self.match = match
    winner = .scenario(scenario.name)
    conversation.misses = 0
    keepSlots(match, of: scenario)
    run(from: enter(scenario))
  }

  /// What slots took is kept; those of the scenario's patterns that took no part are unset.
  func slotNames(_ match: Match, of scenario: Scenario) -> Set<String> {
    let all = scenario.starts.flatMap { $0.pattern?.slots.map(\.name) ?? [] }
    // A keyword has nothing to say of what is kept with the customer.
    return Set(match.kind == .pattern ? all : all.filter { !$0.hasPrefix("contact.") })
  }

  mutating func keepSlots(_ match: Match, of scenario: Scenario) {
    for name in slotNames(match, of: scenario) { set(name, match.slots[name]) }
  }

  /// The question was edited away since it was asked.
  private mutating func answerGone(_ open: OpenQuestion, _ text: String?) {
    conversation.open = nil
    conversation.returns = conversation.returns.filter { isThere($0) }
    guard let onGone = bot.options.onGone else { return understand(text) }
    let pending = conversation.returns
    conversation.returns = []
    took(.onGone, at: onGone.position)
    run(from: enter(onGone))
    winner = .gone(open.place)
    // A question that it asked is for the customer's next message.
    guard conversation.open == nil, conversation.panel == nil else { return }
    conversation.returns = pending + conversation.returns
    if conversation.call == nil { return understand(text) }
    conversation.returns.insert(.message(text), at: pending.count)
  }

  private func isThere(_ pending: Return) -> Bool {
    switch pending {
    case .visit(let place): cursor(behind: place) != nil
    case .question(let question): asked(question) != nil
    case .message, .sessionEnd: true
    }
  }
}
