import ScenarioFile
import StrictYAML

/// A test file with the bot's lines as the bot says them now; everything else stays byte for byte.
package struct TestFileUpdate: Sendable {
  /// What became of some lines of the file.
  package struct Change: Sendable {
    /// The number of the first line in the file as it was.
    package var line: Int
    package var removed: [String]
    package var added: [String]
  }

  package private(set) var text: String
  /// From the top of the file to its end.
  package private(set) var changes: [Change] = []

  /// - Parameters:
  ///   - source: the file as it was when it was read.
  ///   - results: what came of tests in it.
  package init(_ source: String, _ results: [TranscriptResult]) {
    text = source
    var file = FileLines(source)
    // From the end, so that the numbers of the lines above stay what they are.
    for result in results.sorted(by: { $0.transcript.span.line > $1.transcript.span.line }) {
      let transcript = result.transcript
      let byLine = Dictionary(grouping: result.edits, by: \.line)
      for line in byLine.keys.sorted(by: >) {
        apply(byLine[line] ?? [], at: line, transcript, &file)
      }
    }
    changes.reverse()
    text = file.text
  }

  private mutating func apply(
    _ edits: [TalkEdit], at index: Int, _ transcript: Transcript, _ file: inout FileLines
  ) {
    let label = label(of: transcript, file)
    let inserted = edits.filter { $0.kind == .insert }.flatMap {
      written($0, label, transcript.indentation)
    }
    guard index >= 0 else {
      guard let first = transcript.lines.first else { return }
      return change(first.span.line - 1..<first.span.line - 1, inserted, &file)
    }
    let line = transcript.lines[index]
    if let edit = edits.first(where: { $0.kind != .insert }) {
      let range = line.span.line - 1..<line.lastLine
      // Comments between the lines of a message stay.
      let kept = file.lines[range].dropFirst().map(\.text).filter {
        $0.drop(while: { $0 == " " || $0 == "\t" }).first.map { $0 == "#" } ?? true
      }
      let own = edit.kind == .remove ? [] : written(edit, prefix(of: line, file), transcript.indentation)
      change(range, own + kept + inserted, &file)
    } else {
      change(line.lastLine..<line.lastLine, inserted, &file)
    }
  }

  private mutating func change(_ range: Range<Int>, _ new: [String], _ file: inout FileLines) {
    let old = file.lines[range].map(\.text)
    guard old != new else { return }
    changes.append(Change(line: range.lowerBound + 1, removed: old, added: new))
    file.replace(range, with: new)
  }

  private func written(_ edit: TalkEdit, _ prefix: String, _ indentation: Int) -> [String] {
    let lines = edit.message.map { BotLineText.lines($0) } ?? ["(silent)"]
    let indent = String(repeating: " ", count: indentation)
    let below = indent + String(repeating: " ", count: prefix.count)
    return lines.enumerated().map { $0 == 0 ? indent + prefix + $1 : below + $1 }
  }

  /// `bot:` with the spaces behind it, as this line has them.
  private func prefix(of line: TalkLine, _ file: FileLines) -> String {
    let text = file.lines[line.span.line - 1].text.drop { $0 == " " }
    guard let colon = text.firstIndex(of: ":") else { return "bot:  " }
    let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    return String(text[..<value.startIndex])
  }

  /// `bot:` as the first line of the bot in this talk writes it.
  private func label(of transcript: Transcript, _ file: FileLines) -> String {
    transcript.lines.first(where: \.isBot).map { prefix(of: $0, file) } ?? "bot:  "
  }
}
