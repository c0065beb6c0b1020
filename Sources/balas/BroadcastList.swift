import ArgumentParser
import Service

/// `balas broadcast list`
struct BroadcastList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List broadcasts, newest first.",
    discussion: """
      Examples:
        balas broadcast list
        balas broadcast list --format json
      """)

  @Option(parsing: .unconditional, help: "At most so many.")
  var limit = 20

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func validate() throws {
    guard (1...1000).contains(limit) else { throw ValidationError("--limit takes 1 to 1000.") }
  }

  func run() async throws {
    try await daemon.withAdministration { administration in
      let items = try await administration.broadcasts(limit: limit)
      if format == .json {
        print(try ListFormat.json(items), terminator: "")
      } else {
        for item in items { TerminalOutput.show(item.line + "\n") }
      }
    }
  }
}
