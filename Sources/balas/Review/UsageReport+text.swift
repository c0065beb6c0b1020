import Dialogue
import Service

extension UsageReport {
  /// The scenarios by how often they were entered, then what nobody reached.
  func text(_ style: TerminalStyle) -> String {
    channels.isEmpty
      ? "No bot was ever in force here, so nothing was counted.\n"
      : channels.map { $0.lines(style).map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }
}

extension UsageReport.ChannelUsage {
  fileprivate func lines(_ style: TerminalStyle) -> [String] {
    let accepted = acceptedAt.map { ", accepted \(BotTime(timezone).text($0))" } ?? ""
    var lines = ["\(style.bold(channel))  \(version.prefix(12))\(accepted)"]
    let touched = scenarios.filter { $0.count > 0 }.enumerated()
      .sorted { (-$0.element.count, $0.offset) < (-$1.element.count, $1.offset) }.map(\.element)
    let width = touched.map { "\($0.count)".count }.max() ?? 1
    for item in touched {
      let count = "\(item.count)"
      lines.append("  " + String(repeating: " ", count: width - count.count) + count + "  \(item.name)")
    }
    for (word, items) in [("scenarios", scenarios), ("steps", steps), ("branches", branches)] {
      let untouched = items.filter { $0.count == 0 }
      lines.append("\(word): \(items.count - untouched.count) of \(items.count) touched")
      lines += untouched.map { "  never  \($0.name)  \(style.dim($0.place))" }
    }
    return lines
  }
}
