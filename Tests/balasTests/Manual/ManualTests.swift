import ArgumentParser
import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML
import Testing

@testable import balas

/// The examples of the manual are bots: each YAML block by itself, or with the blocks after it that are other files.
@Suite struct ManualTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var line: Int
    var isMistake: Bool
    var files: [String: String]
    /// What stands in the block below it, where that is the program's answer.
    var answer: Manual.Block?
    var testDescription: String { "bots/README.md:\(line)" }

    func folder() throws -> TemporaryFolder {
      let folder = try TemporaryFolder()
      for (name, text) in files { try folder.write(text, to: name) }
      try FileManager.default.copyItem(
        atPath: ExampleBots.path("toko-roti/files"), toPath: folder.url.appendingPathComponent("files").path)
      return folder
    }
  }

  static let examples: [Example] = {
    var examples: [Example] = []
    for block in Manual.blocks {
      if block.info.hasPrefix("yaml") {
        let first = block.text.prefix { $0 != "\n" }
        let file = first.hasPrefix("# ") && first.hasSuffix(".yaml") ? String(first.dropFirst(2)) : "bot.yaml"
        if file == "bot.yaml" {
          examples.append(
            Example(line: block.line, isMistake: block.info == "yaml mistake", files: [file: block.text]))
        } else if !examples.isEmpty {
          examples[examples.count - 1].files[file] = block.text
        }
      } else if block.text.hasPrefix("$ balas "), !examples.isEmpty,
        examples[examples.count - 1].answer == nil
      {
        examples[examples.count - 1].answer = block
      }
    }
    return examples
  }()

  @Test("the manual has examples")
  func there() {
    #expect(Self.examples.count { !$0.isMistake } >= 7)
    #expect(Self.examples.count(where: \.isMistake) >= 5)
  }

  @Test(
    "every example compiles without a word and passes its tests", arguments: examples.filter { !$0.isMistake }
  )
  func compiles(example: Example) throws {
    let folder = try example.folder()
    let compilation = Compilation.folder(folder.url.path)
    #expect(compilation.diagnostics.map { "\($0.span.file):\($0.span.line): \($0.message)" } == [])
    let bot = try #require(compilation.bot)
    let suite = BotSuite(bot, version: compilation.version, folder: folder.url.path)
    #expect(suite.diagnostics.map { "\($0.span.line): \($0.message)" } == [])
    for transcript in suite.transcripts { #expect(suite.run(transcript).isPassed, "\(transcript.name)") }
  }

  /// With `RECORD=1` in the environment the answers are written down anew.
  @Test("every mistake is shown with what `balas check` says of it, to the letter")
  func mistakes() throws {
    var lines = Manual.text.components(separatedBy: "\n")
    for example in Self.examples.reversed() where example.isMistake {
      let folder = try example.folder()
      let report = try Check.parse([folder.url.path]).report()
      #expect(report.output.contains(/(error|warning)\[/))
      let answer = "$ balas check mybot\n" + report.output.replacing(folder.url.path, with: "mybot")
      let shown = try #require(example.answer, "no answer below bots/README.md:\(example.line)")
      let body = shown.line..<(shown.line + shown.text.count { $0 == "\n" })
      lines.replaceSubrange(body, with: answer.components(separatedBy: "\n").dropLast())
    }
    let expected = lines.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["RECORD"] == "1", expected != Manual.text {
      try expected.write(toFile: Manual.path, atomically: true, encoding: .utf8)
    }
    #expect(Manual.text == expected)
  }

  @Test("the failing test is shown as `balas test` tells it")
  func failure() async throws {
    let shown = try #require(Manual.blocks.first { $0.text.hasPrefix("$ balas test mybot\n") }?.text)
    let example = try #require(Self.examples.last { $0.answer?.text == shown })
    let folder = try example.folder()
    let tests = try #require(example.files["bot.test.yaml"])
    try folder.write(tests.replacing("Nama minimal ...", with: "Nama minimal 3 ..."), to: "bot.test.yaml")
    var report = TestReport(format: .text, style: TerminalStyle(isColoured: false), minCoverage: nil)
    let runner = BotTesting(filter: nil, updates: false)
    for outcome in await runner.run([BotFolder(path: folder.url.path)]) { report.add(outcome) }
    report.finish()
    #expect(shown == "$ balas test mybot\n" + report.output.replacing(folder.url.path, with: "mybot"))
  }

  @Test("the list at the top leads to every chapter")
  func contents() throws {
    let chapters = Manual.text.components(separatedBy: "\n").filter { $0.hasPrefix("## ") }
    for chapter in chapters {
      let title = chapter.dropFirst("## ".count)
      let anchor = title.lowercased().replacing(" ", with: "-").filter {
        $0.isLetter || $0.isNumber || $0 == "-"
      }
      #expect(Manual.text.contains("[\(title)](#\(anchor))"), "\(title)")
    }
  }
}
