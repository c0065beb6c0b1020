import ArgumentParser
import Service

/// `balas broadcast pause`
struct BroadcastPause: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause",
    abstract: "Stop a broadcast at once; what is on its way in this moment still arrives.",
    discussion: """
      Examples:
        balas broadcast pause 3
      """)

  @Argument(help: "The broadcast's id.")
  var id: Int64

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration { administration in
      print(try await administration.decide(.pause, broadcast: id).text, terminator: "")
    }
  }
}
