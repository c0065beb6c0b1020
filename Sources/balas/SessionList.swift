import ArgumentParser
import Dialogue
import Foundation
import Journal
import Service

/// `balas session list`
struct SessionList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List conversations in the middle of something, who waits longest first.",
    discussion: """
      In the middle of something is a customer with an open question, a person or a call under way. No message is shown.
      Without a daemon it reads the journal itself.

      Examples:
        balas session list --panel         those that a person has
        balas session list --unanswered    those who asked for a person, and none has written
        balas session list --format json
      """)

  @Flag(help: "Only those that a person has.")
  var panel = false

  @Flag(help: "Only those who asked for a person, and none has written yet.")
  var unanswered = false

  @Option(help: ArgumentHelp("Only those of this project.", valueName: "id"))
  var project: String?

  @Option(parsing: .unconditional, help: "At most so many.")
  var limit = 100

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func validate() throws {
    guard (1...10_000).contains(limit) else { throw ValidationError("--limit takes 1 to 10000.") }
  }

  func run() async throws {
    let filter: SessionFilter = unanswered ? .unanswered : panel ? .panel : .open
    try await daemon.withAdministration { administration in
      let items = try await administration.sessions(filter, projectID: project, limit: limit)
      if format == .json {
        print(try ListFormat.json(items), terminator: "")
      } else {
        for item in items { TerminalOutput.show(item.line + "\n") }
      }
    }
  }
}

extension SessionItem {
  /// The conversation in one line.
  var line: String {
    let waits = waitingEvents == 0 ? [] : ["\(waitingEvents) events not run yet"]
    return ([number, channel] + (name.map { [$0] } ?? []) + standing + waits).joined(separator: "  ")
  }

  /// Who has the conversation, and since when.
  private var standing: [String] {
    guard isReadable else { return ["its row in the journal cannot be read"] }
    if let panel {
      let who = panel.scenario.map { "panel \($0)" } ?? "paused"
      let answer = panel.isUnanswered ? ["nobody has answered"] : []
      return [who, "since \(panel.openedAt.date.formatted(.iso8601))"] + answer
    }
    if let call { return ["call \(call)"] }
    guard let question else { return ["the bot has it"] }
    let end = questionClosesAt.map { ["until \($0.date.formatted(.iso8601))"] } ?? []
    return ["question \(question)"] + end
  }
}
