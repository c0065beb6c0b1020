import Foundation
import StrictYAML
import Testing

@testable import ScenarioFile

@Suite("every rule is explained")
struct RuleBookTests {
  static let entries = RuleBook.chapters.flatMap(\.entries)

  @Test("no rule is without an explanation")
  func complete() {
    let bots = [
      ScenarioRule.matching, ScenarioRule.flow, ScenarioRule.names, ScenarioRule.texts, ScenarioRule.media,
      ScenarioRule.files,
    ]
    #expect(bots.flatMap(\.keys).map(\.rawValue).sorted() == ScenarioRule.allCases.map(\.rawValue).sorted())
    #expect(Set(YAMLRule.writing.keys) == Set(YAMLRule.allCases))
    #expect(Set(TranscriptRule.tests.keys) == Set(TranscriptRule.allCases))
  }

  @Test("each explanation is two sentences", arguments: entries.map(\.name))
  func sentences(name: String) {
    for entry in RuleBook.entries(named: name) {
      for sentence in [entry.explanation.finds, entry.explanation.remedy] {
        #expect(sentence.first?.isUppercase == true || sentence.first == "`")
        #expect(sentence.hasSuffix("."))
      }
      #expect(!entry.explanation.severities.isEmpty)
    }
  }

  @Test("each rule is as grave as its explanation says")
  func severities() throws {
    var shown: [String: Set<String>] = [:]
    for name in GoldenTests.names {
      let file = GoldenTests.folder.appending(path: name).appending(path: "expected.txt")
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        guard let match = line.firstMatch(of: /^\S+:\d+:\d+  (error|warning)\[([a-z-]+)\]/) else { continue }
        shown[String(match.2), default: []].insert(String(match.1))
      }
    }
    for rule in ScenarioRule.allCases {
      let explained = RuleBook.entries(named: rule.rawValue)[0].explanation.severities.map(\.rawValue)
      #expect(shown[rule.rawValue] == Set(explained), "\(rule.rawValue)")
    }
  }

  /// What a piece of a bot cannot show: it takes other files, or thousands of lines.
  static let unshown: Set = [
    "bot-too-big", "control-character", "empty-file", "encoding", "file-outside", "file-unreadable",
    "include-nested", "long-turn", "media-content", "media-empty", "media-size", "media-unreadable", "no-bot",
    "test-unreadable", "text-too-long", "too-big", "too-deep", "too-many-scenarios", "too-many-values",
  ]

  @Test(
    "the bad example has the mistake, and the mended one is right",
    arguments: entries.filter { !unshown.contains($0.name) && !$0.explanation.bad.hasPrefix("tests:") })
  func examples(entry: RuleBook.Entry) throws {
    let bad = try check(entry.explanation.bad, named: entry.name)
    #expect(bad.contains { $0.rule == entry.name }, "\(bad)")
    let mended = try check(entry.explanation.mended, named: entry.name)
    #expect(!mended.contains { $0.rule == entry.name || $0.severity == .error }, "\(mended)")
  }

  @Test(
    "the bad example of a test has the mistake, and the mended one is right",
    arguments: entries.filter { $0.explanation.bad.hasPrefix("tests:") })
  func tests(entry: RuleBook.Entry) {
    // Whether a language or scenario exists is known only beside the bot.
    guard !["unknown-language", "unknown-start"].contains(entry.name) else { return }
    let bad = TestFiles(text: entry.explanation.bad + "\n", file: "bot.test.yaml").diagnostics
    #expect(bad.contains { $0.rule == entry.name }, "\(bad)")
    let mended = TestFiles(text: entry.explanation.mended + "\n", file: "bot.test.yaml").diagnostics
    #expect(mended.isEmpty, "\(mended)")
  }

  private func check(_ piece: String, named name: String) throws -> [Diagnostic] {
    var bot = piece + "\n"
    let key = piece.prefix { $0 != ":" }
    if !Vocabulary.file.words.contains(String(key)) {
      bot =
        "scenarios:\n"
        + piece.split(separator: "\n").map { ($0 == "---" ? "" : "  ") + $0 + "\n" }.joined()
    }
    if !bot.contains("default:"), name != "no-default" { bot += "default: {reply: Maaf}\n" }
    let folder = try TemporaryFolder(["bot.yaml": bot, "faq.yaml": "texts: {}\n"])
    let media = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../bots/toko-roti/files").standardizedFileURL
    try FileManager.default.copyItem(atPath: media.path, toPath: folder.path + "/files")
    return Compilation.folder(folder.path).diagnostics
  }
}
