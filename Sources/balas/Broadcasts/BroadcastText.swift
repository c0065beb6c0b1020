import Dialogue
import Foundation
import Journal
import Service

extension BroadcastItem {
  /// In one line.
  var line: String {
    let title = name.map { "  \($0)" } ?? ""
    return "\(id)  \(state.rawValue)  \(tally.ended)/\(tally.total)  \(template)  \(channel)\(title)"
  }

  /// In full.
  var text: String {
    var lines = ["broadcast \(line)"]
    if let reason { lines.append("why  \(reason)") }
    lines.append(
      "begins \(dueAt.date.formatted(.iso8601)), not after \(expiresAt.date.formatted(.iso8601)), at most \(rate.formatted())/s"
    )
    if let endedAt { lines.append("ended \(endedAt.date.formatted(.iso8601))") }
    lines += tally.lines.map { "  \($0)" }
    if tally.uncertain > 0 {
      lines.append(
        "uncertain: the provider's answer was lost, so the customer may have it; it is not sent again")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension BroadcastTally {
  /// How many stand where, a line each.
  var lines: [String] {
    var lines = ["\(total) rows"]
    if sent > 0 {
      lines.append(
        "\(sent) sent, of these \(self["delivered"] + self["read"]) delivered and \(self["read"]) read")
    }
    let shown: Set<String> = ["sent", "delivered", "read"]
    lines += states.filter { !shown.contains($0.key) }.sorted { $0.key < $1.key }.map {
      "\($0.value) \($0.key)"
    }
    return lines
  }
}

extension BroadcastReport {
  /// How many rows are sent to, how many not and why.
  var summary: String { summaryLines.joined(separator: "\n") }

  private var summaryLines: [String] {
    var lines = mistakes
    if mistakeCount > mistakes.count { lines.append("and \(mistakeCount - mistakes.count) more rows") }
    lines.append("\(file): \(rows) rows, numbers in the column `\(numberColumn)`")
    lines.append("  \(toSend) to send on \(channel)")
    lines += skipped.sorted { $0.key < $1.key }.map { "  \($0.value) skipped: \($0.key)" }
    if mistakeCount > 0 { lines.append("  \(mistakeCount) cannot be used") }
    if rate < askedRate {
      lines.append(
        "  at \(rate.formatted())/s, not \(askedRate.formatted())/s: broadcasts get three quarters of `gateway.rate`"
      )
    }
    return lines
  }

  /// What would happen, with the first messages and the time it takes.
  var text: String {
    var lines = summaryLines
    lines.append(
      "  begins \(dueAt.date.formatted(.iso8601)) and takes \(BroadcastProgress.words(seconds: seconds)) at \(rate.formatted())/s"
    )
    for sample in samples {
      lines.append("line \(sample.line)  \(sample.number)  \(sample.template.line)")
      if let header = sample.template.header { lines.append("  header  \(header)") }
      if let sms = sample.template.sms {
        lines.append("  sms \(sms.name)  \(sms.params.joined(separator: ", "))")
      }
    }
    return lines.joined(separator: "\n")
  }
}
