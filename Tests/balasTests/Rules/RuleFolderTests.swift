import ArgumentParser
import Foundation
import ScenarioFile
import Testing

@testable import balas

/// Bad bots, a folder for each rule, and what `balas check` prints of them: `expected.txt`.
@Suite("every rule of check is shown by a folder")
struct RuleFolderTests {
  private static let root: URL = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Goldens")
  /// The folders of what can be wrong with a bot; they are the compiler's.
  private static let bots: URL = root.appending(path: "../../../ScenarioFileTests/Goldens")
    .standardizedFileURL

  private static func folders(in root: URL) -> [String] {
    let found = try? FileManager.default.contentsOfDirectory(atPath: root.path)
    return (found ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  static let ownNames: [String] = folders(in: root)
  /// Without those that need what git cannot keep, or other limits.
  static let botNames: [String] = folders(in: bots).filter { made[rule(of: $0)] == nil }

  /// What no folder in git can show, each with how the folder is made.
  static let made: [String: @Sendable (TemporaryFolder) throws -> Void] = [
    "bot-too-big": { folder in
      try folder.write("include: [faq/*.yaml]\n" + bot, to: "bot.yaml")
      let comment = "# " + String(repeating: "x", count: (1 << 20) - 4) + "\n"
      for number in 0...64 { try folder.write(comment, to: "faq/\(number).yaml") }
    },
    "too-many-scenarios": { folder in
      for (file, numbers) in [("more.yaml", 0..<10_000), ("bot.yaml", 10_000..<20_001)] {
        let scenarios = numbers.map { "  s\($0): {exact: s\($0), reply: a}\n" }.joined()
        let first = file == "bot.yaml" ? "include: [more.yaml]\ndefault: {reply: Maaf}\n" : ""
        try folder.write(first + "scenarios:\n" + scenarios, to: file)
      }
    },
    "file-outside": { folder in
      try folder.write("include: [link.yaml]\n" + bot, to: "bot.yaml")
      try link(folder, "link.yaml", to: "/etc/hostname")
    },
    "media-outside": { folder in
      try folder.write(bot.replacing("Halo", with: "{document: link.pdf}"), to: "bot.yaml")
      try link(folder, "link.pdf", to: "/etc/hostname")
    },
    "media-size": { folder in
      try folder.write(bot.replacing("Halo", with: "{image: big.png}"), to: "bot.yaml")
      let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
      try (png + Data(count: 5 << 20)).write(to: folder.url.appending(path: "big.png"))
    },
    "test-unreadable": { folder in
      try folder.write(bot, to: "bot.yaml")
      try link(folder, "link.test.yaml", to: "/dev/null")
    },
    "too-big": { folder in
      try folder.write(bot + "# " + String(repeating: "x", count: 1 << 20) + "\n", to: "bot.yaml")
    },
    "too-many-values": { folder in
      let list = String(repeating: "a,", count: 100_001)
      try folder.write(bot + "texts: {x: [\(list)]}\n", to: "bot.yaml")
    },
  ]

  static let madeNames: [String] = made.keys.sorted()

  private static let bot = "scenarios:\n  hello: {keywords: [halo], reply: Halo}\ndefault: {reply: Maaf}\n"

  private static func link(_ folder: TemporaryFolder, _ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: name).path, withDestinationPath: target)
  }

  /// A folder may be called `rule` or `rule+detail`.
  private static func rule(of name: String) -> String {
    name.split(separator: "+").first.map(String.init) ?? name
  }

  /// What check prints of a folder, as if it were called `bot`.
  private func output(of path: String) throws -> String {
    try Check.parse([path]).report().output.replacing(path, with: "bot")
  }

  @Test("a bad bot prints exactly what is expected", arguments: ownNames)
  func prints(name: String) throws {
    let folder = Self.root.appending(path: name)
    let actual = try output(of: folder.path)
    #expect(actual.contains("[\(Self.rule(of: name))]"), "the folder of a rule shows that rule")
    let expectation = folder.appending(path: "expected.txt")
    let expected = try? String(contentsOf: expectation, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] == "1", actual != expected {
      try actual.write(to: expectation, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); look at the difference")
    } else {
      #expect(actual == expected)
    }
  }

  @Test("the compiler's bad bots print the same by check, and a closing line", arguments: botNames)
  func printsTheSame(name: String) throws {
    let folder = Self.bots.appending(path: name)
    let expected = try String(contentsOf: folder.appending(path: "expected.txt"), encoding: .utf8)
    let report = try Check.parse([folder.path]).report()
    guard name.hasPrefix("no-bot") else {
      let actual = report.output.replacing(folder.path + "/", with: "")
      #expect(actual.hasPrefix(expected), "\(actual)")
      #expect(actual.dropFirst(expected.count).hasPrefix("\n\(folder.path): "))
      return
    }
    #expect(report.status == 2)
    #expect(report.remarks == "balas: \(folder.path) has no bot.yaml; a bot is a folder that holds one\n")
  }

  @Test("what no folder in git can show is shown by one that is made", arguments: madeNames)
  func shows(rule: String) throws {
    let folder = try TemporaryFolder()
    try Self.made[rule]?(folder)
    let output = try output(of: folder.url.path)
    #expect(output.contains(/error\[([a-z-]+)\]/.ignoresCase()), "\(output.prefix(2000))")
    #expect(output.contains("[\(rule)]"), "\(output.prefix(2000))")
  }

  @Test("no rule is without a folder")
  func complete() {
    let shown = Set((Self.ownNames + Self.botNames).map(Self.rule)).union(Self.made.keys)
    for rule in RuleBook.names { #expect(shown.contains(rule), "\(rule) has none") }
  }
}
