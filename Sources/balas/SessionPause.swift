import ArgumentParser
import Journal
import Service

/// `balas session pause`
struct SessionPause: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause", abstract: "Take a conversation from the bot, until it is released.",
    discussion: """
      The bot is silent until `balas session release`, whatever the customer writes and however long it takes; a question
      that is open is dropped. Without a daemon it is kept for the next start.

      Examples:
        balas session pause 08123456789
      """)

  @OptionGroup var session: SessionOptions

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration { administration in
      let reply = try await administration.handOver(.pause, session.number, projectID: session.project)
      reply.tell(already: "A person has this conversation already.")
    }
  }
}
