import ArgumentParser
import Dialogue
import Foundation
import Gateway
import Service

/// `balas inquiry`: what the provider knows of a message.
struct InquiryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inquiry", abstract: "Ask the provider what became of a message.",
    discussion: """
      The id is the provider's, as `balas outbox show` tells it, or that of the outbox itself. The provider's answer is
      shown, oldest first; the outbox does not change by it.

      Examples:
        balas inquiry 5d31a231ab0ea
        balas inquiry 42                        message 42 of the outbox
        balas inquiry 5d31a231ab0ea --project 16 --format json

      Exit status: 0 the provider knows it, 1 it does not, or not yet, 2 it cannot be asked.
      """)

  @Argument(help: "The message's id.")
  var id: String

  @Option(help: ArgumentHelp("The project, where more than one is configured.", valueName: "id"))
  var project: String?

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration(needsDaemon: true) { administration in
      let report = try await administration.inquire(id, projectID: project)
      TerminalOutput.show(format == .json ? try ListFormat.json(report) : report.text)
      guard report.isKnown else { throw ExitCode(1) }
    }
  }
}

extension InquiryReport {
  /// The message and what became of it, a line each.
  var text: String {
    var lines = ["provider's id  \(messageID)  \(channel)"]
    if let message { lines.append("outbox  \(message.line)") }
    if let detail {
      lines.append("not known, or not yet: \(detail)")
    } else if news.isEmpty {
      lines.append("known, and nothing more yet")
    }
    for item in news {
      let word = item.status.rawValue
      let time = item.at.map { $0.date.formatted(Self.localTime) } ?? "at a time the provider does not tell"
      lines.append(word + String(repeating: " ", count: 11 - word.count) + time)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// ISO 8601 where this machine is.
  private static var localTime: Date.ISO8601FormatStyle {
    Date.ISO8601FormatStyle(timeZone: .current).year().month().day().dateSeparator(.dash)
      .time(includingFractionalSeconds: false).timeSeparator(.colon).timeZone(separator: .colon)
  }
}
