extension Run {
  /// A chat panel is entered: outside its hours it says so and does not open.
  mutating func openPanel(_ panel: Panel, of scenario: Scenario) {
    if panel.hours.flatMap(isOpen) == false {
      took(.closed, at: scenario.position)
      send(panel.closed, at: scenario.position)
      return
    }
    took(.opened, at: scenario.position)
    send(panel.opened, at: scenario.position)
    conversation.open = nil
    conversation.returns = []
    conversation.panel = OpenPanel(scenario: scenario.name, openedAt: now, lastAt: now)
  }

  /// The customer writes while a person has the conversation.
  mutating func panelHears(_ text: String?) {
    conversation.panel?.lastAt = now
    winner = .silent(Silence.person)
    guard let text, let panel = panelDefinition else { return }
    let words = PlainText.words(text)
    guard !words.isEmpty, panel.release.keywords.contains(words) else { return }
    release()
  }

  mutating func agentWrote() {
    conversation.panel?.lastAt = now
    conversation.panel?.isAnswered = true
    winner = .silent("a person wrote")
  }

  /// An operator takes the conversation.
  mutating func pause() {
    conversation.open = nil
    conversation.returns = []
    if conversation.panel == nil { conversation.panel = OpenPanel(scenario: nil, openedAt: now, lastAt: now) }
    winner = .silent("an operator paused the bot")
  }

  /// The conversation is the bot's again.
  mutating func release() {
    guard conversation.panel != nil else {
      winner = .silent("no person has the conversation")
      return
    }
    let panel = panelDefinition
    took(.released, at: conversation.panel?.scenario.flatMap(bot.scenario(named:))?.position)
    conversation.panel = nil
    winner = .released
    guard let panel else { return }
    send(panel.release.replies, at: nil)
    guard let then = panel.release.then, let scenario = bot.scenario(named: then) else { return }
    run(from: enter(scenario))
  }

  private var panelDefinition: Panel? {
    conversation.panel?.scenario.flatMap { bot.scenario(named: $0)?.panel }
  }

  /// A person still has not written, and the time of a nudge has come.
  mutating func nudge() {
    conversation.panel?.nudges += 1
    winner = .timer(.nudge)
    took(.nudge, at: conversation.panel?.scenario.flatMap(bot.scenario(named:))?.position)
    send(panelDefinition?.nudge?.replies ?? [], at: nil)
  }
}
