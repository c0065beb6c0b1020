import Dialogue
import Foundation
import Journal
import ScenarioFile
import StrictYAML

/// Looks for what would keep the daemon from working.
package struct Checkup: Sendable {
  /// One thing looked at.
  package struct Finding: Sendable, Codable, Equatable {
    package enum Level: String, Sendable, Codable { case ok, warn, fail }

    package var level: Level
    package var subject: String
    /// What was found and, unless it is fine, what to do.
    package var sentence: String

    init(_ level: Level, _ subject: String, _ sentence: String) {
      self.level = level
      self.subject = subject
      self.sentence = sentence
    }

    package var line: String {
      let padded = level.rawValue.padding(toLength: 4, withPad: " ", startingAt: 0)
      return "\(padded)  \(subject): \(sentence)"
    }
  }

  let file: String
  let variables: [String: String]

  package init(file: String, variables: [String: String]) {
    self.file = file
    self.variables = variables
  }

  package func findings() async -> [Finding] {
    let places = Configuration.read(file: file, credentials: nil)
    guard let configuration = places.configuration else {
      let text = DiagnosticFormat.text.render(places.diagnostics, sources: places.sources)
      return [Finding(.fail, "configuration", "mistakes to mend in \(file):\n\(text)")]
    }
    let projects = Self.counted(configuration.projects.count, "project")
    var findings = [Finding(.ok, "configuration", "\(file), \(projects)")]
    let admin = AdminClient(socket: configuration.admin)
    let daemon = (try? await admin.tokens()) == nil ? nil : admin
    findings += await credentials(daemon: daemon)
    findings.append(callback(configuration))
    findings += folders(configuration)
    findings += bots(configuration, hasDaemon: daemon != nil)
    findings += await provider(configuration, daemon: daemon)
    findings += await sending(daemon)
    findings += await journal(configuration, tokens: try? await daemon?.tokens())
    findings.append(
      Finding(
        .warn, "dashboard",
        "balas cannot see it: keywords and the default message of the provider's own chatbot must be empty, "
          + "or customers get two answers."))
    return findings
  }

  /// `1 project`, `2 projects`
  private static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// What the daemon waits for before it sends.
  private func sending(_ daemon: AdminClient?) async -> [Finding] {
    guard let report = try? await daemon?.status() else { return [] }
    return report.sending.compactMap { channel in
      channel.pausedBecause.map {
        Finding(.fail, "sending on \(channel.channel)", "paused, and tried again by itself: \($0)")
      }
    }
  }

  private func callback(_ configuration: Configuration) -> Finding {
    guard configuration.callback.isOpen else {
      return Finding(.ok, "callback", "callers are checked; listening on \(configuration.listen)")
    }
    return Finding(
      .warn, "callback",
      "whoever reaches \(configuration.listen) is believed; set `bearer`, `allow` or a secret in `path`.")
  }

  private func bots(_ configuration: Configuration, hasDaemon: Bool) -> [Finding] {
    let credentials = hasDaemon ? nil : [variables, daemonVariables].map { Credentials(variables: $0) }
    let compiled = BotCompiler.compile(configuration.projects)
    return configuration.projects.flatMap { project in
      let subject = "bot \(project.channel.name)"
      let own = compiled.diagnostics.filter { $0.span.file.hasPrefix(project.bot + "/") }
      let errors = own.count { $0.severity == .error }
      if let bot = compiled.compilations[project.channel]?.bot {
        return [Finding(.ok, subject, "\(project.bot) compiles")]
          + calls(of: bot, subject, configuration.callHosts, credentials)
      }
      let mistakes = Self.counted(errors, "mistake")
      return [
        Finding(.fail, subject, "\(project.bot) has \(mistakes); `balas check \(project.bot)` shows them.")
      ]
    }
  }
}
