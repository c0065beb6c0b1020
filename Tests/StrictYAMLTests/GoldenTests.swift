import Foundation
import Testing

@testable import StrictYAML

@Suite("every rule has an example that shows what is said")
struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  static var names: [String] {
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (found ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test("a bad file gives exactly the expected diagnostics", arguments: names)
  func bad(name: String) throws {
    let folder = Self.folder.appending(path: name)
    let bytes = try Data(contentsOf: folder.appending(path: "thing.yaml"))
    var limits = Document.Limits()
    limits.size = 3000
    limits.nodes = 100
    limits.depth = 8
    let document = Document.read(bytes, file: "thing.yaml", limits: limits)
    let findings = Findings(document.diagnostics)
    if let root = document.root { ThingFields.read(root, findings) }
    let sources = ["thing.yaml": String(decoding: bytes, as: UTF8.self)]
    let actual = DiagnosticFormat.text.render(findings.sorted, sources: sources)
    #expect(findings.contains(rule: name), "the example of a rule shows that rule")

    let expectation = folder.appending(path: "expected.txt")
    let expected = try? String(contentsOf: expectation, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] == "1", actual != expected {
      try actual.write(to: expectation, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); look at the difference")
    } else {
      #expect(actual == expected)
    }
  }

  @Test("every rule has an example")
  func complete() {
    let examples = Set(Self.names.map { $0.split(separator: "+").first.map(String.init) ?? $0 })
    for rule in YAMLRule.allCases { #expect(examples.contains(rule.rawValue), "\(rule.rawValue) has none") }
  }
}

extension Findings {
  /// An example may be called `rule` or `rule+detail`.
  func contains(rule name: String) -> Bool {
    let rule = name.split(separator: "+").first.map(String.init) ?? name
    return diagnostics.contains { $0.rule == rule }
  }
}
