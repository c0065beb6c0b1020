import Dialogue
import Journal
import NIOPosix

extension AdminDesk {
  package func unanswered(since: Timestamp, projectID: String?, limit: Int) async throws -> UnansweredReport {
    let channel = projectID == nil ? nil : try channel(projectID: projectID)
    let messages = try await journal.unansweredMessages(since: since, channel: channel)
    var bots: [Channel: Bot] = [:]
    let channels = channel.map { [$0] } ?? live.current.projects.map(\.channel) + messages.map(\.channel)
    for channel in Set(channels) { bots[channel] = try await currentBot(of: channel) }
    let (known, now) = (bots, now())
    return try await NIOThreadPool.singleton.runIfActive {
      let all = MessageGroups(messages).groups
      let groups = all.filter { !$0.key.words.isEmpty }
      let wordless = all.map(\.count).reduce(0, +) - groups.map(\.count).reduce(0, +)
      let zones = Set(known.values.map(\.timezone.identifier))
      var names = ScenarioNames(known)
      return UnansweredReport(
        since: since, timezone: zones.count == 1 ? zones.first : nil, messages: messages.count - wordless,
        wordless: wordless,
        groups: groups.prefix(limit).map { group in
          UnansweredReport.Group(group, bot: known[group.key.channel], now: now, &names)
        }, groupCount: groups.count)
    }
  }
}

extension UnansweredReport.Group {
  fileprivate init(_ group: MessageGroups.Group, bot: Bot?, now: Timestamp, _ names: inout ScenarioNames) {
    channel = group.key.channel.name
    words = group.key.words
    count = group.count
    example = group.example.text ?? ""
    lastAt = group.example.receivedAt
    suggestedName = names.name(for: group.key)
    guard let bot else { return }
    let explanation = bot.explain(example, in: AnswerContext(now: now, timezone: bot.timezone))
    let reading = MessageReading(explanation) { "\($0)" }
    nearest = reading.nearMisses.first
    nowAnsweredBy = reading.winner?.scenario
  }
}

/// Names for new scenarios, each once.
private struct ScenarioNames {
  private static let longest = 40
  private var taken: [Channel: Set<String>]

  init(_ bots: [Channel: Bot]) { taken = bots.mapValues { Set($0.scenarios.map(\.name)) } }

  /// A name of the message's words.
  mutating func name(for key: MessageGroups.Key) -> String {
    var base = ""
    for word in key.words {
      // Anything else may mean something in YAML, or cannot be typed by everybody.
      let plain = word.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
      guard !plain.isEmpty, base.count + plain.count < Self.longest else { continue }
      base += (base.isEmpty ? "" : "-") + plain
    }
    if base.first?.isLetter != true { base = "baru" + (base.isEmpty ? "" : "-" + base) }
    var name = base
    var number = 2
    while taken[key.channel, default: []].contains(name) {
      name = "\(base)-\(number)"
      number += 1
    }
    taken[key.channel, default: []].insert(name)
    return name
  }
}
