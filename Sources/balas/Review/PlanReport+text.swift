import Dialogue
import ScenarioFile
import Service

extension PlanReport {
  /// Everything, project by project.
  func text(_ style: TerminalStyle) -> String {
    var lines = channels.flatMap { $0.lines(style) }
    if let cutAt { lines.append("Only the newest \(Counted.text(cutAt)) messages of a bot were compared.") }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension PlanReport.ChannelPlan {
  private static let mostGroups = 20
  /// Characters of what is said, in one line.
  private static let mostSaid = 80

  fileprivate func lines(_ style: TerminalStyle) -> [String] {
    let folder = botBefore.map { "\($0) → \(bot)" } ?? bot
    var lines = ["\(style.bold(channel))  \(folder)  \(versions)"]
    if project == .removed {
      lines.append("  removed from the configuration: its messages get no answer")
      lines.append("  \(conversations)")
    }
    if project == .added { lines.append("  added to the configuration") }
    guard let from, let to, from != to else { return lines }
    func list(_ title: String, _ names: [String]) {
      if !names.isEmpty { lines.append("  \(title)  \(names.joined(separator: ", "))") }
    }
    list("added", changes.added)
    list("removed", changes.removed)
    list("changed", changes.changed)
    list("also changed", changes.others)
    lines.append("  \(conversations)")
    lines.append("  \(messages)")
    for difference in differences.prefix(Self.mostGroups) {
      lines.append(
        "    \(Counted.text(difference.count))  \(difference.from) → \(difference.to)  "
          + style.dim(Self.quoted(difference.example)))
    }
    lines += Self.rest(differences.count)
    for rewording in rewordings.prefix(Self.mostGroups) {
      lines.append(
        "    \(Counted.text(rewording.count))  \(rewording.winner), in other words  "
          + style.dim(Self.quoted(rewording.example)))
      lines.append("        now  \(Self.said(rewording.before))")
      lines.append("        new  \(Self.said(rewording.after))")
    }
    lines += Self.rest(rewordings.count)
    if !notCompared.isEmpty { lines.append("  \(setAside)") }
    return lines
  }

  private static func rest(_ count: Int) -> [String] {
    count > mostGroups ? ["    and \(count - mostGroups) more kinds; --format json has them all"] : []
  }

  /// What a customer wrote, on one line.
  private static func quoted(_ example: String?) -> String {
    example.map { "\"\(LogText.line($0))\"" } ?? "(no text)"
  }

  private static func said(_ messages: [String]) -> String {
    guard !messages.isEmpty else { return "(silent)" }
    let line = LogText.line(messages.joined(separator: " / "))
    return line.count > mostSaid ? line.prefix(mostSaid - 1) + "…" : line
  }

  private var versions: String {
    guard let to else { return from.map { "\($0.prefix(12)), no more" } ?? "" }
    guard let from else { return "\(to.prefix(12)), the first version" }
    let accepted = acceptedAt.map { " (accepted \(BotTime(timezone).text($0)))" } ?? ""
    return from == to ? "\(to.prefix(12)), unchanged" : "\(from.prefix(12))\(accepted) → \(to.prefix(12))"
  }
}
