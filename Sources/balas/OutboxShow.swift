import ArgumentParser
import Dialogue
import Foundation
import Journal
import Service

/// `balas outbox show`
struct OutboxShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one message with every attempt to send it.",
    discussion: """
      Examples:
        balas outbox show 42
        balas outbox show 42 --format json
      """)

  @Argument(help: "The message's id.")
  var id: Int64

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration { administration in
      let item = try await administration.outboxItem(id)
      TerminalOutput.show(format == .json ? try ListFormat.json(item) : item.text)
    }
  }
}

extension OutboxItem {
  /// The message in full.
  var text: String {
    var lines = [line, "made by  \(origin)", "of use until  \(expiresAt.date.formatted(.iso8601))"]
    if case .text(let text) = content { lines.append("text\n  " + text.replacing("\n", with: "\n  ")) }
    if case .template(let template) = content { lines += template.details }
    if let messageID { lines.append("provider's id  \(messageID)") }
    if let unreachableAt {
      lines.append("number not reachable since  \(unreachableAt.date.formatted(.iso8601))")
    }
    for attempt in history {
      let end = attempt.outcome.map { "\($0)\(attempt.code.map { " (\($0))" } ?? "")" } ?? "under way"
      lines.append("attempt \(attempt.n)  \(attempt.startedAt.date.formatted(.iso8601))  \(end)")
    }
    for item in news {
      lines.append("\(item.status)  \((item.providerAt ?? item.receivedAt).date.formatted(.iso8601))")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
