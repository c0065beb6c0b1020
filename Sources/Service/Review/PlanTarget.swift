import Dialogue
import ScenarioFile
import StrictYAML

/// What a plan compares with the versions in force.
struct PlanTarget: Sendable {
  struct Entry: Sendable {
    var channel: Channel
    var folder: String
    /// Nil for a project that the configuration has no more.
    var compilation: Compilation?
  }

  var entries: [Entry] = []
  /// Why nothing could be taken over, for a person.
  var mistakes: String?

  /// What a reload would read: the configuration, and the folders it names.
  ///
  /// - Parameter channel: nil for all.
  static func reload(
    _ reading: ConfigurationReading, from current: Configuration, only channel: Channel?
  ) async throws -> PlanTarget {
    guard let next = reading.configuration else {
      return PlanTarget(
        mistakes: DiagnosticFormat.text.render(reading.diagnostics, sources: reading.sources))
    }
    let refusals = Reloader.refusals(from: current, to: next)
    guard refusals.isEmpty else { return PlanTarget(mistakes: refusals.map { $0 + "\n" }.joined()) }
    let projects = next.projects.filter { channel == nil || $0.channel == channel }
    let compiled = try await BotCompiler.compileAside(projects)
    guard !compiled.hasErrors else {
      return PlanTarget(
        mistakes: DiagnosticFormat.text.render(compiled.diagnostics, sources: compiled.sources))
    }
    var target = PlanTarget(
      entries: projects.map {
        Entry(channel: $0.channel, folder: $0.bot, compilation: compiled.compilations[$0.channel])
      })
    let kept = Set(next.projects.map(\.channel))
    for project in current.projects
    where !kept.contains(project.channel) && (channel == nil || project.channel == channel) {
      target.entries.append(Entry(channel: project.channel, folder: project.bot))
    }
    return target
  }
}
