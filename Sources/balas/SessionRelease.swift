import ArgumentParser
import Journal
import Service

/// `balas session release`
struct SessionRelease: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Give a conversation back to the bot.",
    discussion: """
      The chat panel's closing words are said and its `then` runs. Without a daemon it is kept for the next start.

      Examples:
        balas session release 08123456789
      """)

  @OptionGroup var session: SessionOptions

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration { administration in
      let reply = try await administration.handOver(
        .release, session.number, projectID: session.project)
      reply.tell(already: "The bot has this conversation already.")
    }
  }
}

extension HandoverReply {
  /// Prints how the conversation stands.
  ///
  /// - Parameter already: said where nothing had to be done.
  func tell(already: String) {
    TerminalOutput.show(session.line + "\n")
    if !changed { Announcement.complain(already) }
    if !isInForce {
      Announcement.complain("It is kept, and comes into force when the daemon runs its events.")
    }
  }
}
