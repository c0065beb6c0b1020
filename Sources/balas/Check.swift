import ArgumentParser
import Dialogue
import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML

extension DiagnosticFormat: ExpressibleByArgument {}

/// `balas check`: everything that is wrong with bots, without running them.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check bots: every mistake with its place, and what to do about it.",
    discussion: """
      Examples:
        balas check                                   the bot in this folder
        balas check bots/toko-roti bots/klinik-gigi   several bots
        balas check --strict --format github bots/*   in CI: warnings count, shown in the pull request
        balas check --rules                           every rule, what it finds and what to do
        balas check --rules phrase-conflict           one rule at length, with an example

      A warning that is meant is silenced by a comment `# balas: allow RULE` at the end of its line, or alone on the line
      above; several rules stand with commas between them. Errors cannot be silenced.

      Files beside folders, as bots/README.md in bots/*, are left out with a remark.

      Exit status: 0 no errors, 1 errors (with --strict warnings too), 2 a folder cannot be read
      or a rule does not exist.
      """)

  @Argument(
    help: "The bots' folders, each with a bot.yaml; with --rules, names of rules.", completion: .directory)
  var folders: [String] = []

  @Option(help: "text for people, json for programs, github for GitHub Actions.")
  var format: DiagnosticFormat = .text

  @Flag(help: "Warnings count as errors.")
  var strict = false

  @Flag(help: "Explain all rules, or those that are named, instead of checking.")
  var rules = false

  func run() throws {
    let report = rules ? Self.rules(named: folders, format: format) : report()
    FileHandle.standardOutput.write(Data(report.output.utf8))
    FileHandle.standardError.write(Data(report.remarks.utf8))
    if report.status != 0 { throw ExitCode(report.status) }
  }

  struct Report {
    /// For standard output.
    var output = ""
    /// For standard error.
    var remarks = ""
    var status: Int32 = 0
  }

  /// What is printed, and the exit status.
  func report() -> Report {
    var report = Report()
    var diagnostics: [Diagnostic] = []
    var sources: [String: String] = [:]
    var summaries = ""
    let (folders, remarks) = BotFolder.chosen(from: folders.isEmpty ? ["."] : folders)
    report.remarks = remarks
    for folder in folders {
      if let obstacle = folder.obstacle {
        report.remarks += "balas: \(obstacle)\n"
        report.status = 2
        continue
      }
      var compilation = folder.compile()
      let tests = TestFiles(folder: folder.path)
      compilation.diagnostics += Self.mistakes(in: tests, of: compilation, folder).map(folder.placed)
      for (file, text) in tests.sources { compilation.sources[folder.placed(file)] = text }
      diagnostics += compilation.diagnostics
      sources.merge(compilation.sources) { first, _ in first }
      summaries += "\(folder.path): \(Self.summary(compilation, tests.files.flatMap(\.transcripts).count))\n"
      let isFinding = compilation.hasErrors || (strict && !compilation.diagnostics.isEmpty)
      if isFinding { report.status = max(report.status, 1) }
    }
    report.output = format.render(diagnostics, sources: sources)
    if format == .text {
      report.output += (report.output.isEmpty ? "" : "\n") + summaries
    } else {
      report.remarks += summaries
    }
    return report
  }

  /// The mistakes in the tests; beside a bot that can run also what does not go with it.
  private static func mistakes(
    in tests: TestFiles, of compilation: Compilation, _ folder: BotFolder
  ) -> [Diagnostic] {
    guard let bot = compilation.bot, !tests.files.isEmpty else { return tests.diagnostics }
    return BotSuite(bot, version: compilation.version, folder: folder.path, tests: tests).diagnostics
  }

  /// `12 scenarios, 34 keywords, 5 media files, no errors`
  private static func summary(_ compilation: Compilation, _ tests: Int) -> String {
    var parts: [String] = []
    if let bot = compilation.bot {
      parts.append(counted(bot.scenarios.count, "scenario"))
      parts.append(counted(bot.scenarios.reduce(0) { $0 + $1.starts.count }, "keyword"))
      parts.append(counted(compilation.version?.media.count ?? 0, "media file"))
      if tests > 0 { parts.append(counted(tests, "test")) }
    }
    let errors = compilation.diagnostics.count { $0.severity == .error }
    let warnings = compilation.diagnostics.count - errors
    parts.append(errors == 0 ? "no errors" : counted(errors, "error"))
    if warnings > 0 { parts.append(counted(warnings, "warning")) }
    return parts.joined(separator: ", ")
      + (compilation.isWhole ? "" : "; more may show once every file can be read")
  }

  private static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
