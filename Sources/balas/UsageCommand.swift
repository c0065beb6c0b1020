import ArgumentParser
import Service

/// `balas usage`: what of a bot customers touch.
struct UsageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "usage",
    abstract: "Show which scenarios, steps and branches customers touched, and which none reached.",
    discussion: """
      Scenarios are counted by name, through all versions of the files; steps and branches for the version in force,
      because an edit moves them. Days are those of UTC, other times are in the bot's zone. Without a daemon it reads the journal itself.

      Examples:
        balas usage                      the last 30 days
        balas usage --since 7d --project 16
        balas usage --format json        with every step and branch

      Exit status: 0, or 2 if it cannot be told.
      """)

  @Option(help: ArgumentHelp("How far to look back, like 30d; whole days.", valueName: "time"))
  var since = Lookback.month

  @Option(help: ArgumentHelp("Only the bot of this project.", valueName: "id"))
  var project: String?

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration { administration in
      let report = try await administration.usage(since: since.start, projectID: project)
      print(
        format == .json ? try ListFormat.json(report) : report.text(TerminalStyle.forOutput()), terminator: ""
      )
    }
  }
}
