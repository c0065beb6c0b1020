import ArgumentParser
import Service

/// `balas broadcast show`
struct BroadcastShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show how a broadcast stands.",
    discussion: """
      With --follow it goes on showing until the broadcast has ended; Ctrl-C stops the showing alone.

      Examples:
        balas broadcast show 3
        balas broadcast show 3 --follow
        balas broadcast show 3 --format json | jq .tally.states
      """)

  @Argument(help: "The broadcast's id.")
  var id: Int64

  @Flag(help: "Go on until it has ended.")
  var follow = false

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration(needsDaemon: follow) { administration in
      let item = try await administration.broadcast(id)
      if follow {
        return try await BroadcastFollow(administration: administration, format: format).follow(item)
      }
      TerminalOutput.show(format == .json ? try ListFormat.json(item) : item.text)
    }
  }
}
