import Foundation
import StrictYAML

/// What came of reading a file that describes a world.
package struct WorldReading: Sendable {
  /// Nil if there was any error.
  package var world: World?
  package var diagnostics: [Diagnostic]
  /// The text of each file that diagnostics speak of.
  package var sources: [String: String]
}

extension World {
  /// A world described in full, with a remark at every word; what `balas sandbox --example-world` prints.
  package static var example: String { String(decoding: PackageResources.world_yaml, as: UTF8.self) }

  /// Reads a file that describes a world; what it does not say is as in ``World/init()``.
  package static func read(file: String) -> WorldReading {
    guard let data = FileManager.default.contents(atPath: file) else {
      let reason =
        FileManager.default.fileExists(atPath: file) ? "this user may not read it" : "it is not there"
      let diagnostic = Diagnostic(
        .error, rule: WorldRule.unreadable.rawValue, "\(file) cannot be read: \(reason)",
        at: Span(file: file, line: 1, column: 1),
        hint: "Begin one with `balas sandbox --example-world > \(file)`.")
      return WorldReading(diagnostics: [diagnostic], sources: [:])
    }
    return read(data, file: file)
  }

  /// - Parameter file: the name that diagnostics show.
  package static func read(_ bytes: some Collection<UInt8>, file: String) -> WorldReading {
    let document = Document.read(bytes, file: file)
    let findings = Findings(document.diagnostics)
    let world = document.root.flatMap { WorldReader(findings: findings).world($0) } ?? World()
    return WorldReading(
      world: findings.hasErrors ? nil : world, diagnostics: findings.sorted,
      sources: [file: String(decoding: bytes, as: UTF8.self)])
  }
}
