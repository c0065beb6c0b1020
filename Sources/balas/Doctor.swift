import ArgumentParser
import Foundation
import Service

/// `balas doctor`: looks for what would keep balas from working.
struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Look at configuration, credentials, folders, disk, clock, bots and provider, and say what to do.",
    discussion: """
      Run it as root or as the daemon's user. A daemon that runs is asked; without one the credentials are looked
      for in the environment and in credentials/ beside the configuration.

      Examples:
        balas doctor
        balas doctor --config balas.yaml --format json

      Exit status: 0 nothing fails, 1 something does.
      """)

  @Option(help: ArgumentHelp("The configuration.", valueName: "file"))
  var config = Configuration.standardPath

  @Option(help: "text or json.")
  var format = ListFormat.text

  func run() async throws {
    let findings = await Checkup(file: config, variables: ProcessInfo.processInfo.environment).findings()
    if format == .json {
      print(try ListFormat.json(findings), terminator: "")
    } else {
      for finding in findings { print(finding.line) }
    }
    if findings.contains(where: { $0.level == .fail }) { throw ExitCode(1) }
  }
}
