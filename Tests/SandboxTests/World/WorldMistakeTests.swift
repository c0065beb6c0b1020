import Foundation
import StrictYAML
import Testing

@testable import Sandbox

@Suite("every rule of a world file has an example that shows what is said")
struct WorldMistakeTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  static var names: [String] {
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (found ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  @Test("a bad file gives exactly the expected diagnostics", arguments: names)
  func bad(name: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: "\(name).yaml"))
    let reading = World.read(bytes, file: "world.yaml")
    let actual = DiagnosticFormat.text.render(reading.diagnostics, sources: reading.sources)
    #expect(reading.diagnostics.contains { $0.rule == name.split(separator: "+").first.map(String.init) })
    #expect((reading.world == nil) == reading.diagnostics.contains { $0.severity == .error })

    let expectation = Self.folder.appending(path: "\(name).txt")
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
    // What cannot be read is no example.
    for rule in WorldRule.allCases where rule != .unreadable {
      #expect(examples.contains(rule.rawValue), "\(rule.rawValue) has none")
    }
  }
}
