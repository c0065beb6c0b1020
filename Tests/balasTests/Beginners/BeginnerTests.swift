import ArgumentParser
import Foundation
import StrictYAML
import Testing

@testable import balas

/// The bot of `balas new` broken as beginners break it: a file for each mistake, with what changed and what check says.
@Suite("what beginners do")
struct BeginnerTests {
  private static let goldens = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  /// How often a mistake is told that is in several places by itself; all others are told once.
  private static let severalfold = ["goto a scenario that was renamed": 3]

  private func check(_ mistake: BeginnerMistake, text change: (String) -> String = { $0 }) throws -> String {
    let starter = StarterBot(name: "toko", language: mistake.language)
    let bot = try #require(starter.files.first { $0.name == "bot.yaml" })
    let broken = bot.text.replacing(mistake.right, with: mistake.wrong, maxReplacements: 1)
    #expect(broken != bot.text, "what stands there is not in the bot of `balas new`")
    let folder = try TemporaryFolder()
    try folder.write(change(broken), to: "bot.yaml")
    try Data([0xFF, 0xD8, 0xFF, 0xE0]).write(to: folder.url.appending(path: "toko.jpg"))
    try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).write(
      to: folder.url.appending(path: "palsu.jpg"))
    return try Check.parse([folder.url.path]).report().output.replacing(folder.url.path, with: "bot")
  }

  @Test("each mistake is told once, in words that lead to the mend", arguments: BeginnerMistake.all)
  func told(mistake: BeginnerMistake) throws {
    let output = try check(mistake)
    let told = output.matches(of: /(?m)^\S+  (error|warning)\[/).count
    #expect(told == Self.severalfold[mistake.name] ?? 1, "\(output)")
    let actual = "\(Self.shown(mistake.right, "-"))\(Self.shown(mistake.wrong, "+"))\n\(output)"
    let file = Self.goldens.appending(path: mistake.name.replacing(" ", with: "-") + ".txt")
    let expected = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] == "1", actual != expected {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(mistake.name); look at the difference")
    } else {
      #expect(actual == expected)
    }
  }

  private static func shown(_ text: String, _ sign: String) -> String {
    text.split(separator: "\n").map { "\(sign) \($0)\n" }.joined()
  }

  @Test("what only looks like a mistake is none", arguments: BeginnerMistake.harmless)
  func harmless(mistake: BeginnerMistake) throws {
    #expect(try check(mistake).hasSuffix(", no errors\n"))
    #expect(try check(mistake).hasPrefix("bot: "))
  }

  @Test("Windows line ends change nothing but themselves", arguments: BeginnerMistake.all)
  func windows(mistake: BeginnerMistake) throws {
    #expect(try check(mistake) { $0.replacing("\n", with: "\r\n") } == check(mistake))
  }
}
