import StrictYAML

/// Reads the lines of a talk from the file's own lines, so that each keeps its place.
struct TalkReader {
  let file: String
  let findings: Findings
  let source: SourceText
  /// Spaces before a line of the talk.
  private(set) var indentation = 0

  init(file: String, findings: Findings, source: SourceText) {
    self.file = file
    self.findings = findings
    self.source = source
  }

  /// A line of the talk as it was written, with those that continue it.
  struct Written {
    var word: String
    /// Nil if there is no colon.
    var value: String?
    var span: Span
    /// Where its value begins.
    var valueColumn: Int
    var lastLine: Int

    /// From the start of its value to the end of the first line.
    var valueSpan: Span {
      var place = span
      place.column = valueColumn
      place.length = max(1, span.length - (valueColumn - span.column))
      return place
    }
  }

  /// Nil, and a diagnostic, if the talk is not written as a block.
  mutating func lines(_ talk: Node.Scalar) -> [TalkLine]? {
    let header = source.line(talk.span.line)?.dropFirst(talk.span.column - 1) ?? []
    // Without a number behind `|`, the first line says how deep all are.
    let isPlain = !header.prefix { $0 != " " && $0 != "#" }.contains { ("1"..."9").contains($0) }
    guard talk.style == .block, header.first == "|", isPlain else {
      findings.error(
        TranscriptRule.talkForm, "a talk is a block with a line for each message", at: talk.span,
        hint: "Write `talk: |`, and the lines below it.")
      return nil
    }
    let written = written(after: talk.span.line)
    if written.isEmpty {
      findings.error(
        TranscriptRule.emptyTalk, "this talk has no lines", at: talk.span,
        hint: "Write what the customer says, such as `user: halo`, and below it what the bot says, "
          + "such as `bot: ...`.")
    }
    let lines = written.compactMap { TalkLineReader(findings: findings).line($0) }
    return lines.count == written.count ? lines : nil
  }

  private mutating func written(after header: Int) -> [Written] {
    var found: [Written] = []
    var blank = ""
    var number = header
    indentation = 0
    while let line = source.line(number + 1) {
      number += 1
      let spaces = line.prefix { $0 == " " }.count
      if line.allSatisfy({ $0 == " " || $0 == "\t" }) {
        blank += "\n"
        continue
      }
      if indentation == 0 { indentation = spaces }
      guard spaces >= indentation, spaces > 0 else { break }
      let text = line.dropFirst(spaces).reduce(into: "") { $0.unicodeScalars.append($1) }.trimmed
      if text.hasPrefix("#") { continue }
      if spaces > indentation || line.dropFirst(spaces).first == "\t" {
        guard !found.isEmpty else {
          report(text, line: number, column: spaces + 1)
          continue
        }
        let value = found[found.count - 1].value ?? ""
        found[found.count - 1].value = value.isEmpty ? text : value + blank + "\n" + text
        found[found.count - 1].lastLine = number
      } else {
        found.append(head(text, line: number, column: spaces + 1))
      }
      blank = ""
    }
    return found
  }

  private func head(_ text: String, line: Int, column: Int) -> Written {
    let span = Span(file: file, line: line, column: column, length: max(1, text.unicodeScalars.count))
    guard let colon = text.firstIndex(of: ":") else {
      return Written(word: text, value: nil, span: span, valueColumn: column, lastLine: line)
    }
    let rest = text[text.index(after: colon)...]
    let value = rest.drop { $0 == " " || $0 == "\t" }
    return Written(
      word: String(text[..<colon]).trimmed, value: String(value), span: span,
      valueColumn: column + text[..<value.startIndex].unicodeScalars.count, lastLine: line)
  }

  private func report(_ text: String, line: Int, column: Int) {
    findings.error(
      TranscriptRule.lineWord, "this line continues no line above it",
      at: Span(file: file, line: line, column: column, length: text.unicodeScalars.count),
      hint: "Begin the talk with a line such as `user: halo`.")
  }
}

extension String {
  fileprivate var trimmed: String { String(trimmingSpaces()) }
}
