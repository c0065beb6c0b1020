import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML
import Testing

/// The examples of `bots/README.md` are bots: each YAML block by itself, or with the blocks after it that are other files.
@Suite struct ManualTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var line: Int
    var isMistake: Bool
    var files: [String: String]
    var testDescription: String { "bots/README.md:\(line)" }
  }

  static let examples: [Example] = {
    let manual =
      (try? String(contentsOf: ExampleBots.folder.appendingPathComponent("README.md"), encoding: .utf8)) ?? ""
    var examples: [Example] = []
    var block: (line: Int, fence: String, text: String)?
    for (index, line) in manual.components(separatedBy: "\n").enumerated() {
      if let open = block {
        guard line == "```" else {
          block?.text += line + "\n"
          continue
        }
        block = nil
        guard open.fence.hasPrefix("```yaml") else { continue }
        let first = open.text.prefix { $0 != "\n" }
        let file = first.hasPrefix("# ") && first.hasSuffix(".yaml") ? String(first.dropFirst(2)) : "bot.yaml"
        if file == "bot.yaml" {
          examples.append(
            Example(line: open.line, isMistake: open.fence == "```yaml mistake", files: [file: open.text]))
        } else if !examples.isEmpty {
          examples[examples.count - 1].files[file] = open.text
        }
      } else if line.hasPrefix("```") {
        block = (index + 1, line, "")
      }
    }
    return examples
  }()

  @Test("the manual has examples")
  func there() {
    #expect(Self.examples.count { !$0.isMistake } >= 7)
    #expect(Self.examples.count { $0.isMistake } >= 5)
  }

  @Test(
    "every example compiles without a word and passes its tests, every mistake is told", arguments: examples)
  func compiles(example: Example) throws {
    let folder = try TemporaryFolder()
    for (name, text) in example.files { try folder.write(text, to: name) }
    try FileManager.default.copyItem(
      atPath: ExampleBots.path("toko-roti/files"), toPath: folder.url.appendingPathComponent("files").path)
    let compilation = Compilation.folder(folder.url.path)
    if example.isMistake {
      #expect(!compilation.diagnostics.isEmpty)
    } else {
      #expect(compilation.diagnostics.map { "\($0.span.file):\($0.span.line): \($0.message)" } == [])
      let bot = try #require(compilation.bot)
      let suite = BotSuite(bot, version: compilation.version, folder: folder.url.path)
      #expect(suite.diagnostics.map { "\($0.span.line): \($0.message)" } == [])
      for transcript in suite.transcripts { #expect(suite.run(transcript).isPassed, "\(transcript.name)") }
    }
  }
}
