import Dialogue

/// What is true of any message to any bot.
struct MatcherProof {
  private let trial: Trial
  private let bot: Bot
  private let context: AnswerContext

  init(_ input: [UInt8]) {
    trial = Trial(input)
    bot = trial.bot()
    context = AnswerContext(now: Trial.now, timezone: bot.timezone)
  }

  func check() throws(BrokenProperty) {
    try checkMatches()
    try checkTurn()
    try MatchTime(conversation(with: bot), bot, trial.message).check()
  }

  /// The matches alone: each is there, they are in order, and `explain` tells the same.
  private func checkMatches() throws(BrokenProperty) {
    var reading = bot.matcher.speller.reading(trial.message)
    var matches = bot.matcher.matches(reading, in: context)
    if matches.isEmpty, let mended = bot.matcher.speller.mended(reading) {
      reading = mended
      matches = bot.matcher.matches(reading, in: context)
    }
    let proof = PriorityProof(bot, reading)
    for match in matches { try proof.check(match) }
    try proof.checkOrder(of: matches)
    try proof.checkKeywords(among: matches)

    let told = bot.explain(trial.message, in: context)
    try require(told.words == reading.words, "explain reads \(told.words), the matcher \(reading.words)")
    try require(
      told.winner?.scenario == matches.first?.scenario && told.winner?.start.phrase == matches.first?.phrase
        && told.winner?.at == matches.first?.at,
      "explain names \(told.winner?.scenario ?? "none"), the matcher \(matches.first?.scenario ?? "none")")
    try require(
      told.runnersUp.map(\.scenario) == matches.dropFirst().map(\.scenario),
      "explain names other runners-up than the matcher")
    for nearMiss in told.nearMisses {
      try require(nearMiss.lacked != nil, "\(nearMiss.start.phrase) lacked nothing that is told")
    }
  }

  /// The turn that the message makes where the trial's talk led.
  private func checkTurn() throws(BrokenProperty) {
    let before = conversation(with: bot)
    guard before.call == nil else { return }
    let turn = hear(trial.message, before, bot)
    let again = trial.bot()
    try require(
      turn == hear(trial.message, conversation(with: again), again),
      "the same message is answered in two ways")
    guard before == Conversation(startedAt: Trial.now, lastInboundAt: Trial.now),
      turn.reason.winner != .closed
    else { return }
    let winner = bot.explain(trial.message, in: context).winner
    try require(
      turn.reason.match?.phrase == winner?.start.phrase && turn.reason.match?.scenario == winner?.scenario,
      "explain names \(winner?.scenario ?? "none"), the turn \(turn.reason.match?.scenario ?? "none")")
  }

  /// Where the trial's talk leads; that of a customer who wrote before, if there is none.
  private func conversation(with bot: Bot) -> Conversation {
    var conversation = Conversation(startedAt: Trial.now, lastInboundAt: Trial.now)
    if trial.question != nil, bot.scenario(named: Trial.asking) != nil {
      conversation = turn(.start(scenario: Trial.asking, vars: [:]), conversation, bot).conversation
    }
    for message in trial.talk where conversation.call == nil {
      conversation = hear(message, conversation, bot).conversation
    }
    return conversation
  }

  private func hear(_ text: String, _ conversation: Conversation, _ bot: Bot) -> Turn {
    turn(.message(text: text), conversation, bot)
  }

  private func turn(_ kind: Event.Kind, _ conversation: Conversation, _ bot: Bot) -> Turn {
    advance(
      conversation, contact: Contact(number: "628123456789"), event: Event(kind, id: 1), bot: bot,
      now: Trial.now)
  }
}
