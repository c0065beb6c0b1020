import ArgumentParser
import Service

/// `balas outbox retry`
struct OutboxRetry: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry", abstract: "Send a message again that is held, dead, expired or unknown.",
    discussion: """
      The customer may get it twice, if the answer to an attempt was lost. What is failed was taken by the provider,
      which may still deliver it: `balas send` sends it as a new message.

      Examples:
        balas outbox retry 42
      """)

  @Argument(help: "The message's id.")
  var id: Int64

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration { administration in
      TerminalOutput.show(try await administration.retry(id).line + "\n")
    }
  }
}
