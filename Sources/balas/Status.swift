import ArgumentParser
import Dialogue
import Foundation
import Journal
import Service

/// `balas status`: how the daemon is.
struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what runs, what waits and what came of messages.",
    discussion: """
      Without a daemon it reads the journal itself.

      Examples:
        balas status
        balas status --format json | jq .counts.outbox
      """)

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration { administration in
      let report = try await administration.status()
      print(format == .json ? try ListFormat.json(report) : Self.text(report), terminator: "")
    }
  }

  static func text(_ report: StatusReport) -> String {
    var lines = [
      report.startedAt.map { "running since \($0.date.formatted(.iso8601)), balas \(report.version)" }
        ?? "not running"
    ]
    for channel in report.channels {
      let version = channel.version.map { "version \($0.prefix(12))" } ?? "not running"
      lines.append("channel \(channel.channel)  \(channel.bot)  \(version)")
    }
    func list(_ name: String, _ counts: [String: Int]) -> String {
      let parts = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      return "\(name)  \(parts.isEmpty ? "empty" : parts.joined(separator: ", "))"
    }
    lines.append(list("inbox  ", report.counts.inbox))
    lines.append(list("outbox ", report.counts.outbox))
    if !report.counts.calls.isEmpty { lines.append(list("calls  ", report.counts.calls)) }
    for channel in report.sending {
      let trouble =
        channel.pausedBecause.map { "paused: \($0)" }
        ?? (channel.breaker == .open ? "the provider does not answer; trying again" : nil)
      if let trouble { lines.append("channel \(channel.channel)  sending \(trouble)") }
    }
    if report.panels.open > 0 {
      let since = report.panels.unansweredSince.map { ", the first since \($0.date.formatted(.iso8601))" }
      lines.append("panels  \(report.panels.open) open, \(report.panels.unanswered) unanswered\(since ?? "")")
    }
    for broadcast in report.broadcasts { lines.append("broadcast \(broadcast.line)") }
    lines.append("contacts  \(report.counts.contacts)")
    if report.counts.quarantine > 0 {
      lines.append(
        "quarantine  \(report.counts.quarantine) callbacks nobody could make sense of; see the log")
    }
    if let free = report.freeBytes {
      lines.append("disk  \(free >> 20) MiB free\(report.isShortOfSpace ? ": callbacks are refused" : "")")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
