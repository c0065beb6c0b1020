import ArgumentParser

/// `balas outbox`: messages to customers, and what became of them.
struct Outbox: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look at messages to customers, and decide about those that wait for a person.",
    discussion: """
      Examples:
        balas outbox                      the newest messages
        balas outbox list --state held    those that wait for a person
        balas outbox show 42
        balas outbox retry 42
      """,
    subcommands: [OutboxList.self, OutboxShow.self, OutboxRetry.self, OutboxDrop.self],
    defaultSubcommand: OutboxList.self)
}
