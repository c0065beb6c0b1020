import ArgumentParser
import Dialogue
import Foundation
import Journal
import Service

/// `balas session show`
struct SessionShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one conversation: where it stands, what was said, and why.",
    discussion: """
      Without a daemon it reads the journal itself.

      Examples:
        balas session show 08123456789
        balas session show 08123456789 --messages 100 --format json
      """)

  @OptionGroup var session: SessionOptions

  @Option(parsing: .unconditional, help: "At most so many of the last messages.")
  var messages = 20

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func validate() throws {
    guard (0...1000).contains(messages) else { throw ValidationError("--messages takes 0 to 1000.") }
  }

  func run() async throws {
    try await daemon.withAdministration { administration in
      let detail = try await administration.session(
        session.number, projectID: session.project, entries: messages)
      TerminalOutput.show(format == .json ? try ListFormat.json(detail) : detail.text)
    }
  }
}

extension SessionDetail {
  /// The conversation in full.
  var text: String {
    var lines = [session.line]
    func time(_ name: String, _ time: Timestamp?) {
      if let time { lines.append("\(name)  \(time.date.formatted(.iso8601))") }
    }
    func list(_ name: String, _ values: [String: String]) {
      for (key, value) in values.sorted(by: { $0.key < $1.key }) {
        lines.append("\(name)  \(key) = \(value)")
      }
    }
    time("session since", session.startedAt)
    time("customer wrote last", session.lastInboundAt)
    time("a person wrote last", session.lastAgentAt)
    time("number not reachable since", unreachableAt)
    if isOptedOut { lines.append("opted out") }
    if misses > 0 { lines.append("defaults in a row  \(misses)") }
    for place in returns { lines.append("comes back to  \(place)") }
    list("variable", vars)
    list("kept with the customer", contactVars)
    for (kind, due) in timers.sorted(by: { $0.value < $1.value }) { time("timer \(kind)", due) }
    for entry in history { lines.append(entry.line) }
    for item in waiting { lines.append("waiting  \(item.line)") }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension SessionDetail.Entry {
  fileprivate var line: String {
    let said =
      media.map { "[\($0.kind.rawValue) \($0.fileName)]\($0.caption.map { " \($0)" } ?? "")" }
      ?? template?.line ?? text
    let words = (said ?? "[no text]").replacing("\n", with: "\n    ")
    let standing = author == .customer || author == .event ? (state == "new" ? "not run yet" : nil) : state
    let notes = [standing, why].compactMap { $0 }.joined(separator: ": ")
    return
      "\(at.date.formatted(.iso8601))  \(author.rawValue)  \(words)\(notes.isEmpty ? "" : "  (\(notes))")"
  }
}
