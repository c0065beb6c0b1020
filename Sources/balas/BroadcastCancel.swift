import ArgumentParser
import Service

/// `balas broadcast cancel`
struct BroadcastCancel: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Give a broadcast up; what is on its way in this moment still arrives.",
    discussion: """
      Examples:
        balas broadcast cancel 3
      """)

  @Argument(help: "The broadcast's id.")
  var id: Int64

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration { administration in
      print(try await administration.decide(.cancel, broadcast: id).text, terminator: "")
    }
  }
}
