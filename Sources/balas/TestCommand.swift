import ArgumentParser
import Foundation

/// `balas test`: the transcripts of bots, run by the engine that answers customers.
struct TestCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github
  }

  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests of bots: the talks in their *.test.yaml, with a clock of their own.",
    discussion: """
      Examples:
        balas test                                   the bot in this folder
        balas test bots/toko-roti bots/klinik-gigi   several bots at once
        balas test --filter order                    the tests with "order" in their name
        balas test --update                          write down what the bot says now, and show what changed
        balas test bots/*                            all bots; files beside them are left out with a remark
        balas test --min-coverage 90                 in CI: name what no test touches, fail below 90 percent

      A bot without tests is remarked upon; it fails only with --min-coverage, or where no bot has a test.

      Exit status: 0 all passed, 1 a test failed or too little is covered, 2 tests cannot be run.
      """)

  @Argument(help: "The bots' folders, each with a bot.yaml.", completion: .directory)
  var folders: [String] = ["."]

  @Option(help: "text for people, json for programs, github for GitHub Actions.")
  var format: Format = .text

  @Option(help: "Only the tests whose name holds this.")
  var filter: String?

  @Flag(help: "Rewrite the bot's lines of failing tests to what the bot says.")
  var update = false

  @Flag(help: "Count the scenarios, steps and branches that were run, and name the others.")
  var coverage = false

  @Option(help: "Fail if less than this many percent of scenarios, steps and branches were run.")
  var minCoverage: Double?

  func validate() throws {
    if let minCoverage, !(0...100).contains(minCoverage) {
      throw ValidationError("--min-coverage takes a number from 0 to 100.")
    }
  }

  func run() async throws {
    var report = TestReport(format: format, style: TerminalStyle.forOutput(), minCoverage: minCoverage)
    report.tellsCoverage = coverage || minCoverage != nil
    let runner = BotTesting(filter: filter, updates: update)
    let (folders, remarks) = BotFolder.chosen(from: folders)
    report.remark(remarks)
    for outcome in await runner.run(folders) { report.add(outcome) }
    report.finish()
    if let filter, report.hasNothing(but: filter) { report.noteNothing(named: filter) }
    FileHandle.standardOutput.write(Data(report.output.utf8))
    FileHandle.standardError.write(Data(report.remarks.utf8))
    if report.status != 0 { throw ExitCode(report.status) }
  }
}
