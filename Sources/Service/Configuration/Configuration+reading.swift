import Foundation
import StrictYAML

/// What came of reading a `balas.yaml`.
package struct ConfigurationReading: Sendable {
  /// Nil if there was any error.
  package var configuration: Configuration?
  package var diagnostics: [Diagnostic]
  /// The text of each file that diagnostics speak of.
  package var sources: [String: String]
}

extension Configuration {
  package static let standardPath = "/etc/balas/balas.yaml"

  /// Reads a file; relative paths in it are relative to it.
  ///
  /// - Parameter credentials: where secrets are looked up; nil to leave them out, for those who only ask where things are.
  package static func read(file: String, credentials: Credentials?) -> ConfigurationReading {
    guard let data = FileManager.default.contents(atPath: file) else {
      let reason =
        FileManager.default.fileExists(atPath: file) ? "this user may not read it" : "it is not there"
      let diagnostic = Diagnostic(
        .error, rule: ConfigurationRule.unreadable.rawValue, "\(file) cannot be read: \(reason)",
        at: Span(file: file, line: 1, column: 1), hint: "Name the configuration with --config FILE.")
      return ConfigurationReading(diagnostics: [diagnostic], sources: [:])
    }
    let document = Document.read(data, file: file)
    let findings = Findings(document.diagnostics)
    let folder = URL(filePath: file).absoluteURL.deletingLastPathComponent().standardizedFileURL.path
    let reader = ConfigurationReader(folder: folder, credentials: credentials, findings: findings)
    let configuration = document.root.flatMap { reader.configuration($0) }
    if document.root == nil, !findings.hasErrors {
      findings.error(
        YAMLRule.emptyValue, "the configuration is empty", at: Span(file: file, line: 1, column: 1))
    }
    return ConfigurationReading(
      configuration: findings.hasErrors ? nil : configuration, diagnostics: findings.sorted,
      sources: [file: String(decoding: data, as: UTF8.self)])
  }
}

extension ConfigurationSource {
  /// Asks the source.
  package func read(variables: [String: String]) -> ConfigurationReading {
    switch self {
    case .file(let path): Configuration.read(file: path, credentials: Credentials(variables: variables))
    case .fixed(let configuration):
      ConfigurationReading(configuration: configuration, diagnostics: [], sources: [:])
    }
  }
}
