import CoreMetrics
import Dialogue
import Journal
import Logging
import ScenarioFile
import StrictYAML

/// Takes a changed configuration and changed bots over: all of them, or nothing.
package actor Reloader {
  private let source: ConfigurationSource
  private let variables: [String: String]
  private let live: LiveConfiguration
  private let bots: BotRegistry
  private let versions: BotVersions
  private let metrics: DaemonMetrics
  private let notifier: SystemdNotifier?
  private let logger: Logger
  /// Puts a checked configuration in force; cannot fail.
  private let apply: @Sendable (Configuration) async -> Void
  private var running: Task<ReloadReport, Never>?

  package init(
    source: ConfigurationSource, variables: [String: String], live: LiveConfiguration, bots: BotRegistry,
    versions: BotVersions, metrics: DaemonMetrics, notifier: SystemdNotifier?, logger: Logger,
    apply: @escaping @Sendable (Configuration) async -> Void
  ) {
    self.source = source
    self.variables = variables
    self.live = live
    self.bots = bots
    self.versions = versions
    self.metrics = metrics
    self.notifier = notifier
    self.logger = logger
    self.apply = apply
  }

  /// Reloads, after reloads that were asked for before.
  ///
  /// - Parameter isTold: whether the caller tells people of a failure, so that the log need not.
  package func reload(isTold: Bool = false) async -> ReloadReport {
    let before = running
    let task = Task {
      _ = await before?.value
      return await perform(isTold: isTold)
    }
    running = task
    return await task.value
  }

  private func perform(isTold: Bool) async -> ReloadReport {
    notifier?.reloading()
    defer { notifier?.send("READY=1") }
    let report = await attempt()
    if report.succeeded {
      metrics.reloads.increment()
      metrics.isCurrent.set(1)
      logger.notice("reloaded: \(report.versions.count) bots are in force")
    } else {
      metrics.failedReloads.increment()
      metrics.isCurrent.set(0)
      logger.log(level: isTold ? .debug : .error, "the reload changed nothing:\n\(report.text)")
    }
    return report
  }

  private func attempt() async -> ReloadReport {
    let reading = source.read(variables: variables)
    var report = ReloadReport(
      diagnostics: reading.diagnostics, sources: reading.sources, versions: bots.versions)
    guard let next = reading.configuration else { return report }
    report.refusals = Self.refusals(from: live.current, to: next)
    let compiled: BotCompiler.Result
    do {
      compiled = try await BotCompiler.compileAside(next.projects)
      report.diagnostics += compiled.diagnostics
      report.sources.merge(compiled.sources) { first, _ in first }
      guard report.succeeded else { return report }
      for (channel, compilation) in compiled.compilations {
        try await versions.accept(compilation, for: channel)
      }
    } catch {
      report.refusals.append("\(error)")
      return report
    }
    bots.use(compiled.compilations.compactMapValues(\.bot))
    live.replace(by: next)
    await apply(next)
    report.versions = bots.versions
    return report
  }

  /// What cannot change while the daemon runs.
  static func refusals(from now: Configuration, to next: Configuration) -> [String] {
    var refusals: [String] = []
    func refuse(_ key: String, _ now: String, _ next: String) {
      guard now != next else { return }
      refusals.append(
        "`\(key)` cannot change from \(now) to \(next) by a reload; restart the daemon, or change it back.")
    }
    refuse("listen", "\(now.listen)", "\(next.listen)")
    refuse("data", now.data, next.data)
    refuse("admin", now.admin, next.admin)
    refuse("monitor", now.monitor.map { "\($0)" } ?? "none", next.monitor.map { "\($0)" } ?? "none")
    return refusals
  }
}

extension ReloadReport {
  /// For a person: diagnostics with their lines, then refusals.
  package var text: String {
    DiagnosticFormat.text.render(diagnostics, sources: sources)
      + refusals.map { $0 + "\n" }.joined()
  }
}
