import ArgumentParser
import Foundation
import Ledger

/// Load, a stand-in for the provider, and the checker of both against a journal.
@main
struct LedgerProgram: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Proves what a daemon did with its messages.",
    subcommands: [Check.self, Load.self, Provider.self])
}

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Holds both ledgers against the journal of a daemon that has ended.")

  @Option(help: "What `ledger load` wrote.") var load: String
  @Option(help: "What `ledger provider` wrote.") var provider: String
  @Option(help: "The daemon's journal.sqlite3.") var journal: String
  @Flag(help: "The bot leaves some messages without an answer.") var silent = false

  func run() throws {
    let report = LedgerCheck(
      load: try LineFile<LoadLine>.read(load), provider: try LineFile<ProviderLine>.read(provider),
      journal: try JournalRecord(path: journal), everyMessageIsAnswered: !silent
    ).report()
    print(report)
    if !report.violations.isEmpty { throw ExitCode(1) }
  }
}

struct Load: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Writes to a daemon as its customers do.")

  @Option(help: "The daemon's callback address.") var url = "http://127.0.0.1:8080/callback"
  @Option(help: "The bearer token the daemon asks for.") var bearer = ""
  @Option(help: "How many customers write.") var contacts = 8
  @Option(help: "How many messages each of them writes.") var messages = 100
  @Option(help: "The ledger to write.") var ledger: String

  func run() async throws {
    let count = messages
    var plan = LoadGenerator.Plan(CallbackAddress(url: url, bearer: bearer))
    plan.contacts = contacts
    plan.goesOn = { $0 < count }
    try await LoadGenerator(plan, ledger: LineFile(path: ledger)).run()
  }
}

struct Provider: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Takes what a daemon sends, until it is stopped.")

  @Option(help: "The port to listen on.") var port = 9009
  @Option(help: "The ledger to write.") var ledger: String
  @Option(help: "The daemon's callback address, to tell it what became of its messages.") var statuses:
    String?
  @Option(help: "The bearer token the daemon asks for.") var bearer = ""

  func run() async throws {
    let callbacks = statuses.map { StatusCallbacks(CallbackAddress(url: $0, bearer: bearer)) }
    try await ProviderStandIn.serving(port: port, ledger: LineFile(path: ledger), statuses: callbacks) {
      print("listening on \($0.baseURL)")
      while !Task.isCancelled { try await Task.sleep(for: .seconds(3600)) }
    }
  }
}
