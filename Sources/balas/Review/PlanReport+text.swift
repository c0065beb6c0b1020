import Dialogue
import ScenarioFile
import Service

extension PlanReport {
  private static let mostDifferences = 20

  /// Everything, channel by channel.
  func text(_ style: TerminalStyle) -> String {
    var lines: [String] = []
    for plan in channels {
      lines.append("\(style.bold(plan.channel))  \(plan.bot)  \(plan.versions)")
      guard plan.from != nil, !plan.isUnchanged else { continue }
      func list(_ title: String, _ names: [String]) {
        if !names.isEmpty { lines.append("  \(title)  \(names.joined(separator: ", "))") }
      }
      list("added", plan.changes.added)
      list("removed", plan.changes.removed)
      list("changed", plan.changes.changed)
      list("also changed", plan.changes.others)
      lines.append("  \(plan.sessionsInWords)")
      lines.append("  \(plan.messagesInWords)")
      for difference in plan.differences.prefix(Self.mostDifferences) {
        lines.append(
          "    \(difference.count)  \(difference.from) → \(difference.to)  "
            + style.dim("\"\(difference.example.replacing("\n", with: " "))\""))
      }
      let rest = plan.differences.count - Self.mostDifferences
      if rest > 0 { lines.append("    and \(rest) more kinds; --format json has them all") }
    }
    if let cutAt { lines.append("Only the newest \(Counted.text(cutAt)) messages of a bot were compared.") }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What changed, a line a channel; nothing for those that did not.
  var summary: String {
    channels.filter { $0.from != nil && !$0.isUnchanged }.map { plan in
      let counts = [
        (plan.changes.added.count, "added"), (plan.changes.removed.count, "removed"),
        (plan.changes.changed.count, "changed"),
      ]
      let scenarios = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
      let parts = [
        scenarios.isEmpty ? "no scenario changed" : "scenarios: \(scenarios)", plan.sessionsInWords,
        plan.messagesInWords,
      ]
      return "\(plan.channel)  \(parts.joined(separator: "; "))\n"
    }.joined()
  }
}

extension PlanReport.ChannelPlan {
  fileprivate var versions: String {
    guard let from else { return "\(to.prefix(12)), the first version" }
    return isUnchanged ? "\(to.prefix(12)), unchanged" : "\(from.prefix(12)) → \(to.prefix(12))"
  }

  fileprivate var sessionsInWords: String {
    let words: [SessionFate: String] = [
      .same: "at the same place", .changed: "at a changed question", .gone: "whose place is gone",
    ]
    let parts = SessionFate.allCases.compactMap { fate in
      sessions[fate.rawValue].flatMap { count in words[fate].map { "\(Counted.text(count)) \($0)" } }
    }
    return parts.isEmpty
      ? "no conversation is in the middle of something"
      : "conversations: " + parts.joined(separator: ", ")
  }

  fileprivate var messagesInWords: String {
    same + different == 0
      ? "no message to compare"
      : "messages: \(Counted.text(same)) same winner, \(Counted.text(different)) different"
  }
}

/// Counts as people read them.
private enum Counted {
  /// `4,298`, whatever the machine's language.
  static func text(_ count: Int) -> String {
    let digits = Array(String(count))
    return String(
      digits.enumerated().flatMap { index, digit in
        index > 0 && (digits.count - index).isMultiple(of: 3) ? [",", digit] : [digit]
      })
  }
}
