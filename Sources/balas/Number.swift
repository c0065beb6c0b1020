import ArgumentParser
import Foundation
import Service

/// `balas number`: whether numbers are on WhatsApp.
struct Number: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  static let configuration = CommandConfiguration(
    abstract: "Ask the provider whether numbers are on WhatsApp.",
    discussion: """
      Each number is asked for once, however often it is given, and however it is written. A file's first line names its
      columns; a number that is none is named with its line, and then nothing is asked. Without --rate, five numbers a
      second are asked for, so that the bot's answers keep their share.

      Examples:
        balas number 08123456789
        balas number 08123456789 "+62 812-2222-222" --format json
        balas number --csv people.csv --column HP --output checked.csv

      Exit status: 0 all are on WhatsApp, 1 some are not, 2 not all could be asked for.
      """)

  @Argument(help: "Numbers.")
  var numbers: [String] = []

  @Option(help: ArgumentHelp("A file with numbers in a column.", valueName: "file"), completion: .file())
  var csv: String?

  @Option(help: ArgumentHelp("The column with the numbers; found by its name otherwise.", valueName: "name"))
  var column: String?

  @Option(
    help: ArgumentHelp("Write the results there: as CSV, unless --format says otherwise.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "text, json or csv.")
  var format: Format?

  @Option(help: ArgumentHelp("How many a second, 0.1/s to 20/s.", valueName: "rate"))
  var rate = CheckRate(perSecond: 5)

  @Option(help: ArgumentHelp("The project, where more than one is configured.", valueName: "id"))
  var project: String?

  @OptionGroup var daemon: DaemonOptions

  func validate() throws {
    guard numbers.isEmpty != (csv == nil) else {
      throw ValidationError("Give numbers, or a file with --csv.")
    }
    guard column == nil || csv != nil else { throw ValidationError("--column belongs to --csv.") }
    if let csv, let output, Self.place(csv) == Self.place(output) {
      throw ValidationError("--output would overwrite the file of --csv: name another file.")
    }
  }

  private static func place(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }

  func run() async throws {
    try await daemon.withAdministration(needsDaemon: true) { administration in
      let roll = try csv.map { try NumberRoll(file: $0, column: column) } ?? NumberRoll(numbers)
      guard roll.mistakes.isEmpty else {
        for line in roll.complaint { Announcement.complain(line) }
        throw ExitCode(2)
      }
      let results = try NumberResults(
        format: format ?? (output == nil ? .text : .csv), separator: roll.separator, file: output)
      var progress = NumberProgress(total: roll.numbers.count)
      let asking = NumberAsking(rate: rate) { try await administration.check($0, projectID: project) }
      let stopped = try await asking.run(roll.numbers) { report in
        progress.clear()
        try results.add(report)
        progress.count(report)
      }
      progress.clear()
      try results.end()
      if let stopped { Announcement.complain(stopped) }
      if roll.numbers.count > 1 { Announcement.complain(progress.summary) }
      if progress.unknown > 0 { throw ExitCode(2) }
      if progress.invalid > 0 { throw ExitCode(1) }
    }
  }
}
