extension Run {
  /// The customer wrote: whoever has the conversation gets it.
  mutating func hear(_ text: String?) {
    let isFirst = conversation.lastInboundAt == nil
    beginMessage()
    guard mayTakeTurn() else { return }
    if conversation.panel != nil { return panelHears(text) }
    if isClosed, !(text.map(startsOptOut) ?? false) { return tellClosed() }
    if isFirst, let first = bot.options.first.flatMap(bot.scenario(named:)) {
      if let text { conversation.returns = [.message(text)] }
      winner = .scenario(first.name)
      run(from: enter(first))
      return
    }
    if let text { answer(text) } else { answerMedia() }
  }

  /// A message with text: the answer to the open question, or the start that wins it, else the default.
  mutating func answer(_ text: String) {
    guard let open = conversation.open else { return answerFreely(text) }
    guard let asked = asked(open) else { return answerGone(open, text) }
    let words = vocabulary(of: asked.question)
    let reading = bot.matcher.speller.reading(text, besides: words)
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
    if let asked = conversation.open.flatMap(asked), case .ask(.media) = asked.question.kind {
      return accept(Answer("media"), asked)
    }
    let fallback = bot.fallback
    let replies = fallback.media.isEmpty ? fallback.replies.first ?? [] : fallback.media
    guard !replies.isEmpty else {
      winner = .silent("the message has no text, and the bot has no default")
      return
    }
    winner = .mediaFallback
    took(fallback.media.isEmpty ? .fallback(1) : .fallbackMedia, at: fallback.position)
    send(replies, at: fallback.position)
  }

  /// The start that wins a text where no question is open.
  func winner(_ text: String) -> Match? {
    let reading = bot.matcher.speller.reading(text)
    if let match = bot.matcher.matches(reading, in: context).first { return match }
    return bot.matcher.speller.mended(reading).flatMap { bot.matcher.matches($0, in: context).first }
  }

  /// The words of a question are words of the bot there.
  private func vocabulary(of question: Question) -> Set<String> {
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
    for name in match.slotNames { set(name, match.slots[name]) }
    run(from: enter(scenario))
  }

  /// The question was edited away since it was asked.
  private mutating func answerGone(_ open: OpenQuestion, _ text: String) {
    conversation.open = nil
    conversation.returns = conversation.returns.filter { isThere($0) }
    guard let onGone = bot.options.onGone else { return answerFreely(text) }
    let before = conversation.serial
    took(.onGone, at: onGone.position)
    run(from: enter(onGone))
    winner = .gone(open.place)
    // A question that it asked is for the customer's next message.
    guard conversation.open == nil, conversation.serial == before, conversation.panel == nil else { return }
    answerFreely(text)
  }

  private func isThere(_ pending: Return) -> Bool {
    switch pending {
    case .visit(let place): cursor(behind: place) != nil
    case .question(let question): asked(question) != nil
    case .message: true
    }
  }
}
