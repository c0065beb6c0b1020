import ArgumentParser
import Service

/// `balas outbox drop`
struct OutboxDrop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Give up a message that is queued or held; the customer never gets it.",
    discussion: """
      What the provider has already cannot be taken back.

      Examples:
        balas outbox drop 42
      """)

  @Argument(help: "The message's id.")
  var id: Int64

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration { administration in
      TerminalOutput.show(try await administration.drop(id).line + "\n")
    }
  }
}
