import Dialogue
import StrictYAML

/// What came of a reload.
package struct ReloadReport: Sendable {
  /// The reload changed nothing if one of them is an error.
  package var diagnostics: [Diagnostic]
  /// The text of each file diagnostics speak of.
  package var sources: [String: String]
  /// Why nothing changed, where no file is to blame; one sentence each.
  package var refusals: [String]
  /// The version each channel runs now, by the channel's name.
  package var versions: [String: String]

  package init(
    diagnostics: [Diagnostic] = [], sources: [String: String] = [:], refusals: [String] = [],
    versions: [String: String] = [:]
  ) {
    self.diagnostics = diagnostics
    self.sources = sources
    self.refusals = refusals
    self.versions = versions
  }

  package var succeeded: Bool { refusals.isEmpty && !diagnostics.contains { $0.severity == .error } }
}
