import CoreMetrics
import Dialogue
import Journal
import Logging
import ScenarioFile
import StrictYAML

/// Gets every bot running when the daemon starts, with the last accepted version where the folder does not compile.
package struct BotStart: Sendable {
  let versions: BotVersions
  let metrics: DaemonMetrics
  let logger: Logger

  /// - Throws: ``DaemonFailure`` with exit 78 if a bot does not compile and no version of it was ever accepted.
  package func bots(for projects: [Project]) async throws -> [Channel: Bot] {
    let compiled = try await BotCompiler.compileAside(projects)
    let text = DiagnosticFormat.text.render(compiled.diagnostics, sources: compiled.sources)
    if !text.isEmpty { logger.log(level: compiled.hasErrors ? .error : .warning, "\(text)") }
    var bots: [Channel: Bot] = [:]
    for project in projects {
      guard let compilation = compiled.compilations[project.channel] else { continue }
      if let bot = compilation.bot {
        try await versions.accept(compilation, for: project.channel)
        bots[project.channel] = bot
      } else if let last = try await versions.last(of: project.channel) {
        logger.critical(
          "\(project.bot) has mistakes: its last accepted version answers on \(project.channel.name) instead",
          metadata: ["version": "\(last.hash.prefix(12))"])
        bots[project.channel] = last
      } else {
        throw DaemonFailure(
          .configuration,
          "\(project.bot) has mistakes and no version of it was accepted before; run `balas check \(project.bot)`."
        )
      }
    }
    metrics.isCurrent.set(compiled.hasErrors ? 0 : 1)
    return bots
  }
}

extension BotCompiler.Result {
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
