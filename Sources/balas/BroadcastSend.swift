import ArgumentParser
import Foundation
import Service

/// `balas broadcast --template …`
struct BroadcastSend: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Send a template to each row of a CSV file.",
    discussion: """
      The whole file is proved and stored before the first message leaves: if a row cannot be used, it is named and
      nothing is sent, unless --skip-bad leaves such rows out. A number that stands in several rows gets the first of them.
      Leaving with Ctrl-C stops nothing: the daemon goes on, also after a restart.

      What stands in the template's places is a column, or a text in quotes: --map "1=name,2='Toko Melati'".

      Exit status: 0 everything was sent, or is left to the daemon; 1 rows cannot be used, or not every message was sent; 2
      no daemon answers or it refuses.
      """)

  @Option(help: ArgumentHelp("The template, as the provider knows it.", valueName: "name"))
  var template: String

  @Option(help: ArgumentHelp("A row for each customer.", valueName: "file"), completion: .file())
  var csv: String

  @Option(help: ArgumentHelp("What stands in its places.", valueName: "1=column,2='text'"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp("The column of the phone numbers; found by its name otherwise.", valueName: "column"))
  var to: String?

  @Option(help: ArgumentHelp("An SMS template, for whom WhatsApp does not reach.", valueName: "name"))
  var sms: String?

  @Option(help: ArgumentHelp("What stands in the SMS template's places.", valueName: "1=column,2='text'"))
  var smsMap: [String] = []

  @Option(help: ArgumentHelp("The language, for a template in several.", valueName: "code"))
  var language: String?

  @Option(help: ArgumentHelp("What stands in the template's header.", valueName: "column or 'text'"))
  var header: String?

  @Option(help: ArgumentHelp("How fast; 10/s otherwise.", valueName: "rate"))
  var rate: String?

  @Option(help: ArgumentHelp("When to begin, where the bot is: \"2026-12-01 09:00\".", valueName: "time"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "When to give up what is not sent; a day after its start otherwise.", valueName: "time"))
  var until: String?

  @Flag(help: "Ask the provider for each number first, and leave out who is not on WhatsApp.")
  var checkNumbers = false

  @Flag(help: "Show what would happen; store and send nothing.")
  var dryRun = false

  @Flag(help: "Leave out rows that cannot be used.")
  var skipBad = false

  @Flag(help: "Send also what was sent in the last 24 hours: the same file, or the same to a number.")
  var again = false

  @Option(help: ArgumentHelp("What to call it in lists.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("The project, where more than one is configured.", valueName: "id"))
  var project: String?

  @Flag(help: "Do not ask before it is sent.")
  var yes = false

  @Flag(help: "Do not wait for its end; nor does --at.")
  var detach = false

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration(needsDaemon: true) { administration in
      let order = try order()
      let report = try await administration.planBroadcast(order)
      if dryRun {
        TerminalOutput.show(format == .json ? try ListFormat.json(report) : report.text + "\n")
      } else {
        Announcement.complain(report.summary)
      }
      if report.mistakeCount > 0, !skipBad {
        Announcement.complain("Nothing is sent: mend these rows, or leave them out with --skip-bad.")
        throw ExitCode(1)
      }
      if dryRun { return }
      guard try mayBegin(report) else {
        Announcement.complain("Nothing was sent.")
        throw ExitCode(1)
      }
      let item = try await administration.startBroadcast(order)
      // Nobody waits for days in front of a window.
      if detach || at != nil {
        TerminalOutput.show(format == .json ? try ListFormat.json(item) : item.text)
        return
      }
      try await BroadcastFollow(administration: administration, format: format).follow(item)
    }
  }

  private func order() throws -> BroadcastOrder {
    guard let data = try? Data(contentsOf: URL(filePath: csv)) else {
      throw AdminRefusal(.invalid, "\(csv) cannot be read; look at its name and who may read it.")
    }
    var order = BroadcastOrder(template: template, file: URL(filePath: csv).lastPathComponent, csv: data)
    (order.projectID, order.name, order.languageCode) = (project, name, language)
    order.map = map.isEmpty ? nil : map.joined(separator: ",")
    order.smsMap = smsMap.isEmpty ? nil : smsMap.joined(separator: ",")
    (order.to, order.sms, order.header) = (to, sms, header)
    (order.rate, order.at, order.until) = (rate, at, until)
    (order.checksNumbers, order.skipsBadRows, order.again) = (checkNumbers, skipBad, again)
    return order
  }

  private func mayBegin(_ report: BroadcastReport) throws -> Bool {
    if yes { return true }
    guard isatty(STDIN_FILENO) == 1 else {
      throw AdminRefusal(.invalid, "Nobody can be asked here, so nothing is sent; --yes says that it may be.")
    }
    Announcement.ask("Send \(report.toSend) messages? [y/N] ")
    let answer = (readLine() ?? "").lowercased()
    return ["y", "yes", "ya"].contains(answer)
  }
}
