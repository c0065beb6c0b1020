import ArgumentParser
import Foundation
import Glibc
import Logging
import Service
import StrictYAML

/// `balas run`: the daemon.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer customers until told to stop.",
    discussion: """
      SIGTERM stops it within 40 seconds, SIGHUP reads the configuration and the bots again.

      Examples:
        balas run                                   as systemd runs it, with /etc/balas/balas.yaml
        balas run --config balas.yaml --log-level debug
        balas run --config balas.yaml --check       only say what is wrong with configuration and bots

      Exit status: 0 stopped when told to, 65 the journal is damaged or newer, 69 a port, the admin socket or the
      data folder is taken, 74 a disk or folder fails, 78 the configuration or a bot has mistakes.
      """)

  @Option(help: ArgumentHelp("The configuration.", valueName: "file"))
  var config = Configuration.standardPath

  @Flag(help: "Check the configuration and every bot, and run nothing.")
  var check = false

  @Option(help: ArgumentHelp("debug, info, notice, warning or error.", valueName: "level"))
  var logLevel: Logger.Level = .info

  func run() async throws {
    // A log reader that went away must not end the daemon.
    signal(SIGPIPE, SIG_IGN)
    let variables = ProcessInfo.processInfo.environment
    if check { throw ExitCode(Self.check(config, variables: variables)) }
    let handler = StderrLogHandler.make(variables: variables, level: logLevel)
    let logger = Logger(label: "balas") { _ in handler }
    let environment = DaemonEnvironment(
      variables: variables, handlesSignals: true, hangupCameEarly: { EarlyHangup.came })
    do {
      try await Daemon(configuration: .file(config), environment: environment, logger: logger).run()
    } catch let failure as DaemonFailure {
      logger.critical("\(failure)")
      throw ExitCode(failure.exit.rawValue)
    }
  }

  /// Prints what is wrong; returns the exit status.
  private static func check(_ file: String, variables: [String: String]) -> Int32 {
    let reading = Configuration.read(file: file, credentials: Credentials(variables: variables))
    var (diagnostics, sources) = (reading.diagnostics, reading.sources)
    if let configuration = reading.configuration {
      let compiled = BotCompiler.compile(configuration.projects)
      diagnostics += compiled.diagnostics
      sources.merge(compiled.sources) { first, _ in first }
    }
    FileHandle.standardError.write(
      Data(DiagnosticFormat.text.render(diagnostics, sources: sources).utf8))
    return diagnostics.contains { $0.severity == .error } ? Exit.configuration.rawValue : 0
  }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
