import ArgumentParser

/// `balas outbox`: messages to customers, and what became of them.
struct Outbox: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look at messages to customers, and decide about those that wait for a person.",
    subcommands: [OutboxList.self, OutboxShow.self, OutboxRetry.self, OutboxDrop.self],
    defaultSubcommand: OutboxList.self)
}
