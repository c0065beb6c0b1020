import Foundation
import Testing

/// Whole outputs of the program: a folder each, with `arguments` (one a line), maybe `input`, and `output`.
@Suite struct TranscriptTests {
  private static let folder = Repository.path("Tests/EndToEndTests")

  static let names = {
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder + "/Goldens")
    return (found ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test("the program prints exactly what it printed before", arguments: names)
  func output(_ name: String) throws {
    let golden = Self.folder + "/Goldens/" + name
    func text(_ file: String) -> String? { try? String(contentsOfFile: golden + "/" + file, encoding: .utf8) }
    let arguments = try #require(text("arguments")).split(separator: "\n").map(String.init)
    let result = try Command.run(
      Repository.program, arguments, in: Self.folder, input: text("input"))
    let actual = result.output + "exit \(result.status)\n"
    if ProcessInfo.processInfo.environment["RECORD"] == "1", actual != text("output") {
      try actual.write(toFile: golden + "/output", atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); look at the difference")
    } else {
      #expect(actual == text("output"))
    }
  }
}
