import ArgumentParser
import Service

/// `balas broadcast resume`
struct BroadcastResume: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Let a paused broadcast go on.",
    discussion: """
      Examples:
        balas broadcast resume 3
      """)

  @Argument(help: "The broadcast's id.")
  var id: Int64

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration { administration in
      print(try await administration.decide(.resume, broadcast: id).text, terminator: "")
    }
  }
}
