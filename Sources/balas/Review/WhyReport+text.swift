import Dialogue
import Foundation
import Journal
import Service

extension WhyReport {
  /// The message's whole story.
  func text(_ style: TerminalStyle) -> String {
    var lines = [MessageLine.labelled("message  ", text ?? event.map { "(\($0))" } ?? "(no text)")]
    lines.append(
      "from     \(number)  \(channel)  \(receivedAt.date.formatted(.iso8601))  "
        + style.dim([id, messageID].compactMap(\.self).joined(separator: "  ")))
    if let version { lines.append("version  " + version.line) }
    if let reading { lines += ReadingLines.words(reading.words, reading.respelled, style) }
    lines += outcome(style)
    if answers.isEmpty, state != "new" { lines.append(style.dim("(silent)")) }
    for answer in answers {
      lines.append(MessageLine.labelled("says     ", MessageLine.text(answer.message.content)))
      lines.append("         " + answer.standing)
    }
    if let remark { lines.append(style.yellow(remark)) }
    if let reading {
      lines += ReadingLines.list("fits too", reading.runnersUp, style)
      lines += ReadingLines.list("nearly", reading.nearMisses, style)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func outcome(_ style: TerminalStyle) -> [String] {
    guard let reason else {
      return ["winner   " + (state == "new" ? "not run yet" : "what was written down cannot be read")]
    }
    let line = ReasonLine.text(reason)
    var lines = reading?.winner.map { [ReadingLines.winner($0, style)] } ?? ["winner   \(line)"]
    if reading?.winner != nil, reason.path.count > 1 {
      lines.append("path     " + reason.path.joined(separator: " → "))
    }
    if state != "done" { lines.append("ended    \(state)") }
    return lines
  }
}

extension WhyReport.Version {
  fileprivate var line: String {
    let accepted = acceptedAt.map { "accepted \($0.date.formatted(.iso8601))" } ?? "kept no more"
    let now = isCurrent.map { $0 ? ", in force" : ", another is in force now" } ?? ""
    return "\(hash.prefix(12))  \(accepted)\(now)"
  }
}

extension WhyReport.Answer {
  /// Where the message stands, and the provider's news of it.
  fileprivate var standing: String {
    let reason = message.reason.map { " (\($0))" } ?? ""
    let news = news.map { "\($0.status) \(($0.providerAt ?? $0.receivedAt).date.formatted(.iso8601))" }
    return
      (["\(message.state.rawValue)\(reason)"] + news + ["outbox/\(message.id)"]
      + (message.messageID.map { [$0] } ?? [])).joined(separator: "  ")
  }
}
