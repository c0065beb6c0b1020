import ArgumentParser
import Service

/// `balas unanswered`: what the bot did not understand.
struct Unanswered: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what customers wrote and the bot did not understand, the most frequent first.",
    discussion: """
      Messages that got the default, or silence because it had been said just before, are put together by their words,
      with the newest as it was typed, and the scenario that nearly fits. Those without a word (emoji, punctuation) are
      only counted, because no scenario can match them. No customer's number is shown. Times are in the bot's zone.
      Without a daemon it reads the journal itself.

      Examples:
        balas unanswered                       the last 7 days
        balas unanswered --since 24h --project 16
        balas unanswered --yaml > new.yaml     scenarios to write answers into
        balas unanswered --format json
      """)

  @Option(help: ArgumentHelp("How far to look back, like 7d or 12h.", valueName: "time"))
  var since = Lookback.week

  @Option(help: ArgumentHelp("Only those of this project.", valueName: "id"))
  var project: String?

  @Option(parsing: .unconditional, help: "At most so many groups.")
  var limit = 50

  @Flag(help: "Print scenarios to paste into a bot's files, with the words as keywords.")
  var yaml = false

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func validate() throws {
    guard (1...1000).contains(limit) else { throw ValidationError("--limit takes 1 to 1000.") }
    if yaml, format == .json { throw ValidationError("--yaml and --format json exclude each other.") }
  }

  func run() async throws {
    try await daemon.withAdministration { administration in
      let report = try await administration.unanswered(since: since.start, projectID: project, limit: limit)
      let output =
        yaml
        ? ScenarioSkeleton.text(report)
        : format == .json ? try ListFormat.json(report) : report.text(TerminalStyle.forOutput())
      print(output, terminator: "")
    }
  }
}
