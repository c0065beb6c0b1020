import ArgumentParser
import Foundation
import Journal
import Service
import StrictYAML

/// Where a verb finds the daemon.
struct DaemonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The daemon's configuration.", valueName: "file"))
  var config = Configuration.standardPath

  @Option(
    help: ArgumentHelp("The daemon's admin socket, whatever the configuration says.", valueName: "socket"))
  var admin: String?

  /// Asks a running daemon; if none holds the journal, the journal itself. What fails is told, with exit 2.
  ///
  /// - Parameter needsDaemon: whether the verb can do nothing without one.
  func withAdministration(
    needsDaemon: Bool = false, _ body: (any Administration) async throws -> Void
  ) async throws {
    do {
      if let admin {
        try await body(AdminClient(socket: admin))
        return
      }
      let configuration = try configuration()
      let client = AdminClient(socket: configuration.admin)
      if needsDaemon || FileManager.default.fileExists(atPath: configuration.admin) {
        do {
          _ = try await client.tokens()
          try await body(client)
          return
        } catch let refusal as AdminRefusal where refusal.kind == .failed && !needsDaemon {
          // A socket that a dead daemon left: its journal is free.
        }
      }
      try await OfflineAdministration.with(configuration, body)
    } catch let code as ExitCode {
      throw code
    } catch {
      throw Complaint.exit(error)
    }
  }

  /// What the configuration says, secrets left out.
  private func configuration() throws -> Configuration {
    let reading = Configuration.read(file: config, credentials: nil)
    if let configuration = reading.configuration { return configuration }
    throw AdminRefusal(
      .invalid,
      DiagnosticFormat.text.render(reading.diagnostics, sources: reading.sources)
        + "The configuration has mistakes; --config FILE names another, --admin SOCKET does without.")
  }
}

/// How a verb says why it cannot do what it should.
enum Complaint {
  /// Tells the error, and ends with status 2.
  static func exit(_ error: any Error) -> ExitCode {
    FileHandle.standardError.write(Data("balas: \(error)\n".utf8))
    return ExitCode(2)
  }
}

/// How a list is printed.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json

  /// One value as JSON with sorted keys, and a line break.
  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
