import StrictYAML

/// What was found wrong with a bot, by what it takes to be sure of it.
final class BotFindings {
  /// True whatever else the files say.
  let certain = Findings()
  /// True only if every file could be read: what is missing may stand in what could not.
  let ifRead = Findings()
  private var doubtful: [(mention: Mention, findings: Findings)] = []

  /// Looking for near names is slow where both the mistakes and the names are thousands.
  private var suggestionsLeft = 50

  /// True only if every file could be read, and nothing in them that was not understood mentions it.
  func unless(_ mention: Mention) -> Findings {
    let findings = Findings()
    doubtful.append((mention, findings))
    return findings
  }

  /// What an author may have meant by `name`; nil if nothing is near, or after many suggestions.
  func suggestion(for name: String, among names: some Swift.Sequence<String>) -> String? {
    guard suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    return Nearest.to(name, among: names)
  }

  /// All that is true.
  func settled(isRead: Bool) -> [Diagnostic] {
    believed(isRead: isRead).flatMap(\.diagnostics).sortedByPlace()
  }

  /// Whether an error is true.
  func hasErrors(isRead: Bool) -> Bool { believed(isRead: isRead).contains(where: \.hasErrors) }

  private func believed(isRead: Bool) -> [Findings] {
    guard isRead else { return [certain] }
    let mentions = Mentions(certain.unread)
    return [certain, ifRead] + doubtful.filter { !mentions.contains($0.mention) }.map(\.findings)
  }
}
