import ArgumentParser
import Foundation
import Service

/// `balas plan`: what a reload would change.
struct Plan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what a reload would change: scenarios, open conversations, and who wins past messages.",
    discussion: """
      The bots' files as they lie on the disk beside the version in force. Messages of the last days run through both;
      a message that met an open question meets it again, every other one is taken as from a customer at no question.
      Nothing changes by it. Without a daemon the version accepted last stands for the one in force.

      Examples:
        balas plan                       the last 7 days
        balas plan --since 30d --project 16
        balas plan --format json

      Exit status: 0, 1 the files have mistakes and a reload would change nothing, 2 it cannot be told.
      """)

  @Option(help: ArgumentHelp("How far back messages are compared, like 7d or 12h.", valueName: "time"))
  var since = Lookback.week

  @Option(help: ArgumentHelp("Only the bot of this project.", valueName: "id"))
  var project: String?

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration { administration in
      let report = try await administration.plan(since: since.start, projectID: project)
      if format == .json {
        print(try ListFormat.json(report), terminator: "")
      } else if let mistakes = report.mistakes {
        FileHandle.standardError.write(Data((mistakes + "balas: a reload would change nothing.\n").utf8))
      } else {
        print(report.text(TerminalStyle.forOutput()), terminator: "")
      }
      if report.mistakes != nil { throw ExitCode(1) }
    }
  }
}
