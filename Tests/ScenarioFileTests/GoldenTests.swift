import Foundation
import StrictYAML
import Testing

@testable import ScenarioFile

@Suite("every rule of bots has an example that shows what is said")
struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  static var names: [String] {
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (found ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test("a bad bot gives exactly the expected diagnostics", arguments: names)
  func bad(name: String) throws {
    let bot = try TemporaryFolder()
    try bot.copy(Self.folder.appending(path: name))
    if name == "media-size" {
      let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
      try bot.write(png + Data(count: 5 << 20), to: "big.png")
    }
    let elsewhere = try TemporaryFolder(["secret.pdf": "%PDF-1.4\n"])
    if name == "media-outside" {
      try bot.link("folder", to: elsewhere.path)
      try bot.link("link.pdf", to: elsewhere.path + "/secret.pdf")
    } else if name == "file-outside" {
      try bot.link("link.yaml", to: elsewhere.path + "/secret.pdf")
    }
    let source = try #require(FolderSource(bot.path))
    let limits = BotLimits(size: 3000, scenarios: 8)
    let compilation = BotCompiler(source: source, limits: limits).compile()
    let actual = DiagnosticFormat.text.render(compilation.diagnostics, sources: compilation.sources)
    let rule = name.split(separator: "+").first.map(String.init) ?? name
    #expect(compilation.diagnostics.contains { $0.rule == rule }, "the example of a rule shows that rule")
    #expect((compilation.bot == nil) == compilation.hasErrors)

    let expectation = Self.folder.appending(path: name).appending(path: "expected.txt")
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
    for rule in ScenarioRule.allCases {
      #expect(examples.contains(rule.rawValue), "\(rule.rawValue) has none")
    }
  }
}
