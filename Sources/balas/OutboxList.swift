import ArgumentParser
import Dialogue
import Foundation
import Journal
import Service

/// `balas outbox list`
struct OutboxList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List messages, newest first.",
    discussion: """
      Examples:
        balas outbox list --state held
        balas outbox list --limit 500 --format json
      """)

  @Option(help: "Only those in this state.")
  var state: OutboxState?

  @Option(parsing: .unconditional, help: "At most so many.")
  var limit = 50

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func validate() throws {
    guard (1...10_000).contains(limit) else { throw ValidationError("--limit takes 1 to 10000.") }
  }

  func run() async throws {
    try await daemon.withAdministration { administration in
      let items = try await administration.outbox(state: state, limit: limit)
      if format == .json {
        print(try ListFormat.json(items), terminator: "")
      } else {
        for item in items { TerminalOutput.show(item.line + "\n") }
      }
    }
  }
}

extension OutboxState: ExpressibleByArgument {}

extension OutboxItem {
  /// The message in one line.
  var line: String {
    "\(id)  \(state.rawValue)  \(number)  \(channel)  \(summary)\(reason.map { "  (\($0))" } ?? "")"
  }

  private var summary: String {
    switch content {
    case .text(let text):
      let line = text.replacing("\n", with: " ")
      return line.count > 60 ? line.prefix(59) + "…" : line
    case .media(let media):
      return "[\(media.kind.rawValue) \(media.fileName)]\(media.caption.map { " \($0)" } ?? "")"
    case .template(let template): return template.line
    }
  }
}
