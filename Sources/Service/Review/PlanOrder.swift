import ScenarioFile

/// A bot that is not deployed yet, for `balas plan --bot`.
package struct PlanOrder: Codable, Sendable {
  /// The folder, as the author calls it.
  package var folder: String
  /// What is in it; of media only hashes.
  package var version: BotVersion

  package init(folder: String, version: BotVersion) {
    self.folder = folder
    self.version = version
  }
}
