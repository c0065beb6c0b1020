import Dialogue
import Journal
import NIOPosix

extension AdminDesk {
  package func why(_ id: String, projectID: String?) async throws -> WhyReport {
    let inboxID = try await inboxID(namedBy: id, projectID: projectID)
    guard let story = try await journal.story(inboxID: inboxID) else {
      throw AdminRefusal(
        .notFound,
        "inbox/\(inboxID) is not in the journal; `keep: {messages: …}` says how long messages stay there.")
    }
    var answers: [WhyReport.Answer] = []
    for row in story.answers {
      answers.append(
        WhyReport.Answer(
          message: OutboxItem(row, now: now()), news: try await journal.statuses(outboxID: row.id)))
    }
    var report = WhyReport(story, answers: answers)
    report.question = story.reason.flatMap { WhyReport.Question($0, nil) }
    guard let hash = story.bot, !hash.isEmpty else { return report }
    let accepted = try await journal.acceptedBot(channel: story.channel, hash: hash)
    let current = try await currentHash(of: story.channel)
    report.version = WhyReport.Version(
      hash: hash, acceptedAt: accepted?.acceptedAt, isCurrent: current.map { $0 == hash })
    let running = running?.bots.bot(for: story.channel).flatMap { $0.hash == hash ? $0 : nil }
    let bot =
      if let running { running } else { try await Self.compiledAside(accepted) }
    report.timezone = bot?.timezone.identifier
    guard let reason = story.reason else { return report }
    report.question = WhyReport.Question(reason, bot)
    guard let text = report.text else { return report }
    guard let bot else {
      report.remark =
        accepted == nil
        ? "The version that answered is kept no more, so only what was written down then is shown."
        : "The version that answered does not compile with this balas, so only what was written down then is shown."
      return report
    }
    let context = AnswerContext(now: story.receivedAt, timezone: bot.timezone)
    var reading = MessageReading(
      bot.explain(text, in: context, at: reason.question?.place ?? reason.winner.question)
    ) { "\($0)" }
    reading.settle(reason)
    report.reading = reading
    return report
  }

  /// The bot that answers a channel now: the running one, or the version that the next start would fall back to.
  func currentBot(of channel: Channel) async throws -> Bot? {
    if let bot = running?.bots.bot(for: channel) { return bot }
    return try await Self.compiledAside(try await journal.lastAcceptedBot(channel: channel))
  }

  private func currentHash(of channel: Channel) async throws -> String? {
    if let bot = running?.bots.bot(for: channel) { return bot.hash }
    return try await journal.lastAcceptedBot(channel: channel)?.hash
  }

  /// Compiled on a thread that may take its time: the daemon's own must go on answering.
  static func compiledAside(_ accepted: Journal.AcceptedBot?) async throws -> Bot? {
    guard let accepted else { return nil }
    return try await NIOThreadPool.singleton.runIfActive { BotVersions.compiled(accepted) }
  }

  /// - Parameter id: `inbox/7`, `outbox/7`, a provider's id of a message of either side, or an id of the outbox.
  private func inboxID(namedBy id: String, projectID: String?) async throws -> Int64 {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0] == "inbox", let number = Int64(parts[1]) { return number }
    let channels = live.current.projects.map(\.channel).filter {
      projectID == nil || $0.projectID == projectID
    }
    if let found = try await journal.inboxID(messageID: id, among: channels) { return found }
    let name = parts.count == 2 && parts[0] == "outbox" ? String(parts[1]) : id
    guard let row = try await outboxRow(namedBy: name, projectID: projectID) else {
      throw AdminRefusal(
        .notFound,
        "No message `\(LogText.quoted(id))` is in the journal; give the provider's id, `inbox/7`, or an id that "
          + "`balas outbox list` shows.")
    }
    if let inboxID = row.inboxID { return inboxID }
    throw AdminRefusal(
      .conflict,
      "Message \(row.id) answers nobody: \(row.lane.author). `balas outbox show \(row.id)` shows it.")
  }
}

extension Reason.Winner {
  /// The question that was open and had to do with the message.
  var question: StepPlace? {
    switch self {
    case .answer(let place), .retry(let place), .gone(let place): place
    default: nil
    }
  }
}

extension Lane {
  /// Who wrote a message that answers no event.
  fileprivate var author: String {
    switch self {
    case .reply: "no event is noted beside it"
    case .agent: "a person wrote it"
    case .broadcast: "it is a broadcast's"
    }
  }
}
