import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML
import Testing

/// Test files with mistakes: a folder each with `bot.test.yaml` and what is said of it.
@Suite struct MistakeTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  static var names: [String] {
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (found ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test("a bad test file gives exactly the expected diagnostics", arguments: names)
  func bad(name: String) throws {
    let golden = Self.folder.appending(path: name)
    let file = try String(contentsOf: golden.appending(path: "bot.test.yaml"), encoding: .utf8)
    let shop = try ShopFolder(["bot.test.yaml": file])
    if name == "test-unreadable" { try shop.link("link.test.yaml", to: "/dev/null") }
    let suite = try shop.suite()
    let actual = DiagnosticFormat.text.render(suite.diagnostics, sources: suite.sources)
    let rule = name.split(separator: "+").first.map(String.init) ?? name
    #expect(suite.diagnostics.contains { $0.rule == rule }, "the example of a rule shows that rule")

    let expectation = golden.appending(path: "expected.txt")
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
    for rule in TranscriptRule.allCases {
      #expect(examples.contains(rule.rawValue), "\(rule.rawValue) has none")
    }
  }
}
