import Dialogue
import Journal
import Service

extension WhyReport {
  /// The message's whole story.
  func text(_ style: TerminalStyle) -> String {
    var lines = [
      MessageLine.labelled(
        "message  ", LogText.lines(text ?? event.map { "(\($0))" } ?? "(no text)"))
    ]
    let time = BotTime(timezone)
    lines.append(
      "from     \(number)  \(channel)  \(time.text(receivedAt))  "
        + style.dim([id, messageID].compactMap(\.self).joined(separator: "  ")))
    if let version { lines.append("version  " + version.line(time)) }
    if let reading { lines += ReadingLines.words(reading.words, reading.respelled, style) }
    if let question { lines.append("at       " + question.line) }
    if reason?.isFirst == true { lines.append("at       the customer's first message") }
    lines += outcome(style)
    if answers.isEmpty, state != "new" { lines.append(style.dim("(silent)")) }
    for answer in answers {
      lines.append(MessageLine.labelled("says     ", LogText.lines(MessageLine.text(answer.message.content))))
      lines.append("         " + answer.standing(time))
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

extension WhyReport.Question {
  /// `order/qty, which expects number 1-100: no answer to it, after 1 other`.
  fileprivate var line: String {
    let expects = expected.map { ", which expects \($0)" } ?? ""
    let before = tries == 0 ? "" : ", after \(tries) that \(tries == 1 ? "was" : "were") none"
    return "\(place)\(expects): \(outcome)\(before)"
  }
}

extension WhyReport.Version {
  fileprivate func line(_ time: BotTime) -> String {
    let accepted = acceptedAt.map { "accepted \(time.text($0))" } ?? "kept no more"
    let now = isCurrent.map { $0 ? ", in force" : ", another is in force now" } ?? ""
    return "\(hash.prefix(12))  \(accepted)\(now)"
  }
}

extension WhyReport.Answer {
  /// Where the message stands, and the provider's news of it.
  fileprivate func standing(_ time: BotTime) -> String {
    let reason = message.reason.map { " (\(LogText.line($0)))" } ?? ""
    let news = news.map { "\($0.status) \(time.text($0.providerAt ?? $0.receivedAt))" }
    return
      (["\(message.state.rawValue)\(reason)"] + news + ["outbox/\(message.id)"]
      + (message.messageID.map { [$0] } ?? [])).joined(separator: "  ")
  }
}
