import Dialogue
import Service

extension UnansweredReport {
  /// Each group with how often it came, the newest example, and what nearly answers it.
  func text(_ style: TerminalStyle) -> String {
    let start = BotTime(timezone).text(since)
    let others = wordless == 0 ? "" : "\(Counted.text(wordless)) without a word, which no scenario can match"
    guard messages > 0 else {
      return "Nothing got the default since \(start)" + (wordless == 0 ? "" : " but \(others)") + ".\n"
    }
    let channels = Set(groups.map(\.channel))
    let width = groups.map { "\($0.count)".count }.max() ?? 1
    var lines: [String] = []
    for group in groups {
      let count = "\(group.count)"
      let label = String(repeating: " ", count: width - count.count) + count + "  "
      let channel = channels.count > 1 ? style.dim("  \(group.channel)") : ""
      lines.append(MessageLine.labelled(label, LogText.lines(group.example)) + channel)
      let indent = String(repeating: " ", count: width + 2)
      if let name = group.nowAnsweredBy {
        lines.append(indent + style.green("answered by \(name) now"))
      } else if let nearest = group.nearest {
        lines.append(
          indent
            + style.dim(
              "nearly \(nearest.scenario): \(nearest.kind.rawValue) \"\(nearest.phrase)\" "
                + "\(nearest.lacked ?? "")  \(nearest.place)"))
      }
    }
    let rest = groupCount - groups.count
    lines.append("")
    lines.append(
      "\(Counted.text(messages)) \(messages == 1 ? "message" : "messages") since \(start), "
        + "\(Counted.text(groupCount)) different" + (rest > 0 ? "; --limit shows the other \(rest) too" : ""))
    if wordless > 0 { lines.append("and \(others)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
