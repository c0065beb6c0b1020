import Dialogue
import Service

/// Scenarios to paste into a bot's files, for what it did not understand.
enum ScenarioSkeleton {
  /// More words than that are a sentence that nobody writes twice.
  private static let longest = 6

  /// The report's groups that nothing answers yet; those that a keyword above would win are left to it.
  static func text(_ report: UnansweredReport) -> String {
    var keywords: [String: [[String]]] = [:]
    var lines = [
      "# What the bot did not understand: write the answers, and put scenarios of one answer together."
    ]
    var left = 0
    lines.append("scenarios:")
    for group in report.groups where group.nowAnsweredBy == nil {
      let known = keywords[group.channel, default: []]
      if known.contains(where: { Self.stands($0, in: group.words) }) { continue }
      guard (1...longest).contains(group.words.count), !group.words.allSatisfy({ $0.allSatisfy(\.isNumber) })
      else {
        left += 1
        continue
      }
      keywords[group.channel, default: []].append(group.words)
      let times = group.count == 1 ? "once" : "\(group.count) times"
      lines.append("  \(group.suggestedName):  # \(times) on \(group.channel)")
      lines.append("    keywords: [\(quoted(group.words.joined(separator: " ")))]")
      lines.append("    reply: \"…\"")
    }
    if lines.count == 2 { lines[1] = "# Nothing to write a scenario for." }
    if left > 0 {
      lines.append("# Left out: \(left) of numbers alone, without words, or of more than \(longest) words.")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func stands(_ phrase: [String], in words: [String]) -> Bool {
    guard phrase.count <= words.count else { return false }
    return (0...(words.count - phrase.count)).contains { words[$0...].starts(with: phrase) }
  }

  private static func quoted(_ text: String) -> String { JSONString.quoted(text) }
}
