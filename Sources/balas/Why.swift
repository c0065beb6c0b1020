import ArgumentParser
import Service

/// `balas why`: how a message of production found its answer.
struct Why: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show why a customer's message got its answer, with the files that answered it.",
    discussion: """
      What the customer wrote, the version of the bot's files that answered, how that version read the message, at which
      question it came and what that expected, what won, what nearly won, and what became of each answer. Times are in
      the bot's zone. Without a daemon it reads the journal itself.

      Examples:
        balas why 5d31a231ab0ea      the provider's id of the customer's message, or of an answer to it
        balas why inbox/7            as the log and `balas outbox show` name it
        balas why 42                 what message 42 of the outbox answers
        balas why inbox/7 --format json

      Exit status: 0, or 2 if there is no such message.
      """)

  @Argument(help: "The message's id.")
  var id: String

  @Option(help: ArgumentHelp("The project, where more than one is configured.", valueName: "id"))
  var project: String?

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration { administration in
      let report = try await administration.why(id, projectID: project)
      print(
        format == .json ? try ListFormat.json(report) : report.text(TerminalStyle.forOutput()), terminator: ""
      )
    }
  }
}
