import ArgumentParser
import Foundation
import ScenarioFile
import Service
import StrictYAML

/// `balas plan`: what a reload would change.
struct Plan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what a reload would change: scenarios, open conversations, and who wins past messages.",
    discussion: """
      The configuration and the bots' files as a reload would read them, beside the version in force. Messages of the
      last days run through both: one that met an open question meets it again, a customer's first is a first one, and
      every other one is taken as from a customer at no question. What was remembered then is not, so both do without.
      Nothing changes by it. Without a daemon the version accepted last stands for the one in force.

      --bot FOLDER takes a bot that is not deployed yet in place of what the configuration names. This command reads
      and checks the folder, as this user; the daemon gets the text of its YAML files and the names and hashes of its
      media over the admin socket, compares, and keeps nothing.

      Conversations: at the same place, asked again (their question takes other answers now, and is asked again where the
      customer's next message is none), gone (their place is no more). Times are in the bot's zone.

      Examples:
        balas plan                       the last 7 days
        balas plan --since 30d --project 16
        balas plan --bot ~/toko --project 16
        balas plan --format json

      Exit status: 0, 1 the files have mistakes and a reload would change nothing, 2 it cannot be told.
      """)

  @Option(help: ArgumentHelp("How far back messages are compared, like 7d or 12h.", valueName: "time"))
  var since = Lookback.week

  @Option(help: ArgumentHelp("Only the bot of this project.", valueName: "id"))
  var project: String?

  @Option(
    help: ArgumentHelp("A bot that is not deployed yet, in place of the project's.", valueName: "folder"))
  var bot: String?

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    let order = try bot.map { try PlanOrder(folder: $0) }
    try await daemon.withAdministration { administration in
      let report =
        if let order {
          try await administration.plan(since: since.start, projectID: project, of: order)
        } else {
          try await administration.plan(since: since.start, projectID: project)
        }
      if format == .json {
        print(try ListFormat.json(report), terminator: "")
      } else if let mistakes = report.mistakes {
        FileHandle.standardError.write(Data((mistakes + "balas: a reload would change nothing.\n").utf8))
      } else {
        print(report.text(TerminalStyle.forOutput()), terminator: "")
      }
      if report.mistakes != nil { throw ExitCode(1) }
    }
  }
}

extension PlanOrder {
  /// The bot in a folder that this user may read; its mistakes go to standard error, with exit status 1.
  fileprivate init(folder: String) throws {
    let place = BotFolder(path: folder)
    if let obstacle = place.obstacle { throw Failure.cannot(obstacle) }
    let compilation = place.compile()
    guard let version = compilation.version else {
      let mistakes = DiagnosticFormat.text.render(compilation.diagnostics, sources: compilation.sources)
      FileHandle.standardError.write(
        Data((mistakes + "balas: \(folder) cannot run until they are mended.\n").utf8))
      throw ExitCode(1)
    }
    self.init(folder: folder, version: version)
  }
}
