import Foundation
import Testing

@testable import ScenarioFile

/// The list of all words at the manual's end is that of the checker, with its sentences.
@Suite struct ManualReferenceTests {
  private static let title = "## Every word of the language\n"

  /// With `RECORD=1` in the environment the list is written down anew.
  @Test("every word stands in the manual, with the sentence that editors show")
  func words() throws {
    let manual = Manual.text
    let start = try #require(manual.range(of: Self.title)).lowerBound
    let end = manual.range(of: "\n## ", range: manual.index(after: start)..<manual.endIndex)?.lowerBound
    let shown = String(manual[start..<(end ?? manual.endIndex)])
    let expected = Self.title + Self.reference
    if ProcessInfo.processInfo.environment["RECORD"] == "1", shown != expected {
      try manual.replacing(shown, with: expected).write(
        toFile: Manual.path, atomically: true, encoding: .utf8)
    }
    #expect(shown == expected)
  }

  private static var reference: String {
    let steps = Set(Vocabulary.steps.map(\.name))
    var text = """

      Any other word is a mistake, and `balas check` names the nearest. Your editor shows the same sentences
      ([how](#the-tools)).

      """
    for place in Vocabulary.places + Vocabulary.tests where !steps.contains(place.name) {
      text += table("**In \(place.name)**", place.entries.map { ($0.name, $0.meaning) })
    }
    text += table(
      "**Steps**, by the word they begin with",
      Vocabulary.steps.compactMap(\.entries.first).map { ($0.name, $0.meaning) })
    text += table("**Further words of steps**", others)
    return text
  }

  private static func table(_ title: String, _ rows: [(String, String)]) -> String {
    "\n\(title)\n\n| | |\n|---|---|\n"
      + rows.map { "| `\($0)` | \($1.replacing("|", with: "\\|")) |\n" }.joined()
  }

  /// What steps have beside their verb; the same word of several steps once, with their verbs.
  private static var others: [(String, String)] {
    var rows: [(word: Word, verbs: [String])] = []
    for place in Vocabulary.steps {
      for word in place.entries.dropFirst() {
        if let index = rows.firstIndex(where: { $0.word.name == word.name && $0.word.meaning == word.meaning }
        ) {
          rows[index].verbs.append(place.words[0])
        } else {
          rows.append((word, [place.words[0]]))
        }
      }
    }
    return rows.map { row in
      (row.word.name, row.verbs.map { "`\($0)`" }.joined(separator: " ") + ": " + row.word.meaning)
    }
  }
}
