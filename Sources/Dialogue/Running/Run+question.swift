/// The open question and where it stands.
struct Asked {
  var scenario: Scenario
  var question: Question
  var open: OpenQuestion
}

extension Run {
  /// The question as the bot asks it now; nil if an edit took it away.
  func asked(_ open: OpenQuestion) -> Asked? {
    guard let scenario = bot.scenario(named: open.place.scenario),
      let question = scenario.program.question(at: open.place.step)
    else { return nil }
    return Asked(scenario: scenario, question: question, open: open)
  }

  /// Tries one reading of the customer's text at the open question.
  ///
  /// - Parameter isSeen: false for a customer who has not seen the question yet: nothing is its answer then.
  /// - Returns: false if it is neither an answer nor a start.
  mutating func climb(_ reading: Reading, _ asked: Asked, isSeen: Bool = true) -> Bool {
    let starts = bot.matcher.starts(fitting: reading, in: context)
    if isSeen, let (answer, option) = understand(reading.written, asked.question) {
      if asked.question.isFreeText, let match = startBefore(asked.question, starts) {
        leave(for: match, asked)
      } else {
        accept(answer, option: option, asked)
      }
      return true
    }
    guard let match = starts.winner else { return false }
    let options = asked.question.options.indices.filter {
      if case .goto(match.scenario) = asked.question.options[$0].target { true } else { false }
    }
    if isSeen, options.count == 1 {
      self.match = match
      if let scenario = bot.scenario(named: match.scenario) { keepSlots(match, of: scenario) }
      accept(Answer(savedLabel(asked.question.options[options[0]])), option: options[0], asked)
    } else if startsOver(match, asked) || (asked.question.leavesForKeywords && match.isWhole) {
      leave(for: match, asked)
    } else {
      interrupt(for: match, asked)
    }
    return true
  }

  /// The start that wins against free text that would be an answer; nil if none does.
  private func startBefore(_ question: Question, _ starts: FittingStarts) -> Match? {
    starts.wholeWinner { question.leavesForKeywords || isAlways($0) }
  }

  private func isAlways(_ scenario: String) -> Bool { bot.scenario(named: scenario)?.isAlways ?? false }

  /// Whether the scenario of a start does not come back to the question.
  private func startsOver(_ match: Match, _ asked: Asked) -> Bool {
    isAlways(match.scenario) || match.scenario == asked.scenario.name
      || conversation.returns.contains { $0.scenario == match.scenario }
  }

  /// Leaves the question for good; but a chat panel that stays closed comes back, and one that opens knows that it does not.
  private mutating func leave(for match: Match, _ asked: Asked) {
    if bot.scenario(named: match.scenario)?.panel != nil { return interrupt(for: match, asked) }
    conversation.open = nil
    conversation.returns = []
    start(match)
  }

  /// The question is asked again when what starts now is over.
  private mutating func interrupt(for match: Match, _ asked: Asked) {
    if conversation.returns.count >= Limits.pendingReturns {
      conversation.returns.removeFirst()
      problem("more than \(Limits.pendingReturns) questions and visits wait: the first was given up", at: nil)
    }
    conversation.returns.append(.question(asked.open))
    conversation.open = nil
    start(match)
  }

  func understand(_ message: WrittenMessage, _ question: Question) -> (Answer, option: Int?)? {
    switch question.kind {
    case .ask(let expectation): return expectation.answer(message, in: context).map { ($0, nil) }
    case .menu(let options):
      let choice = MenuChoice(labels: options.map(label)).index(of: message)
      return choice.map { (Answer(savedLabel(options[$0])), $0) }
    }
  }

  /// The label as this customer sees it.
  func label(_ option: Question.Option) -> String {
    option.label[language].render(lookup: { value(of: $0) })
  }

  private func savedLabel(_ option: Question.Option) -> String {
    option.label[bot.options.languages.first ?? "id"].render(lookup: { value(of: $0) })
  }

  /// A valid answer: it is saved, and the scenario goes on.
  mutating func accept(_ answer: Answer, option: Int? = nil, _ asked: Asked) {
    winner = .answer(asked.open.place)
    conversation.open = nil
    conversation.misses = 0
    if let variable = asked.question.variable { set(variable, answer.value) }
    if case .ask(let expectation) = asked.question.kind {
      for name in expectation.slotNames { set(name, answer.slots[name]) }
    }
    let place = asked.open.place
    if let option, let target = asked.question.options[option].target {
      run(from: handle(target, .option(option), at: place))
    } else {
      if let option {
        took(.handler(.option(option)), at: asked.scenario.program.step(at: place.step)?.position)
      }
      run(from: cursor(behind: place))
    }
  }

  /// An answer that is none.
  mutating func refuse(_ asked: Asked) {
    let place = asked.open.place
    winner = .retry(place)
    var open = asked.open
    open.tries = min(open.tries, Int.max - 1) + 1
    conversation.open = open
    if let tries = asked.question.tries, open.tries >= tries {
      conversation.open = nil
      guard let onFail = asked.question.onFail else {
        conversation.returns = []
        return miss()
      }
      return run(from: handle(onFail, .onFail, at: place))
    }
    if asked.question.retry.isEmpty {
      ask(asked.question, again: open)
    } else {
      conversation.open?.closesAt = now + (asked.question.timeout ?? bot.options.idle)
      say(asked.question.retry, of: asked.question, open)
    }
  }

  /// Sends the question's text and waits.
  mutating func ask(_ question: Question, again open: OpenQuestion) {
    var open = open
    open.closesAt = now + (question.timeout ?? bot.options.idle)
    open.isHeld = nil
    if !conversation.hasOpenWindow(at: now) {
      open.isHeld = true
      // Its message ends before that, which closes it.
      open.closesAt = max(open.closesAt, now + Limits.heldLife + .seconds(3600))
    }
    open.signature = question.signature
    conversation.open = open
    say(question.options.isEmpty ? question.prompt : withLines(question.prompt), of: question, open)
  }

  /// Sends texts that may hold `{options}`.
  private mutating func say(_ replies: [Reply], of question: Question, _ open: OpenQuestion) {
    optionLines = question.options.isEmpty ? nil : lines(of: question.options)
    send(replies, note: SendNote(question: open.serial), at: position(of: open.place))
    optionLines = nil
  }

  private func position(of place: StepPlace) -> SourcePosition? {
    bot.scenario(named: place.scenario)?.program.step(at: place.step)?.position
  }

  private func lines(of options: [Question.Option]) -> String {
    options.enumerated().map { "\($0 + 1). \(label($1))" }.joined(separator: "\n")
  }

  /// A menu's messages: its lines stand below the last text unless a text has a place for them.
  private func withLines(_ prompt: [Reply]) -> [Reply] {
    let hasPlace = prompt.contains {
      if case .text(let text) = $0 { text[language].slotNames.contains("options") } else { false }
    }
    guard !hasPlace else { return prompt }
    var prompt = prompt
    let lines = TextTemplate.Piece.slot(name: "options", format: nil, fallback: nil)
    switch prompt.last {
    case .text(let text):
      let whole = TextTemplate(pieces: text[language].pieces + [.literal("\n"), lines])
      prompt[prompt.count - 1] = .text(whole)
    case .pick(let id, let choices):
      prompt[prompt.count - 1] = .pick(id: id, choices: choices.map { withLines($0) })
    case .media, .template, nil: prompt.append(.text(TextTemplate(pieces: [lines])))
    }
    return prompt
  }
}
