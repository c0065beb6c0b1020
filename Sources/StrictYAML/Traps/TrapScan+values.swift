extension TrapScan {
  /// Scans a value that begins at a column of the line at `index`; returns the index of the next line to scan.
  ///
  /// - Parameter parent: the column of the key or dash it belongs to.
  func scanValue(_ index: Int, from column: Int, parent: Int, afterKey: Bool) -> Int {
    let line = source.lines[index]
    guard column < line.count else { return index + 1 }
    let first = line[column]
    switch first {
    case "\"", "'":
      return scanQuoted(index, from: column, parent: parent)
    case "|", ">":
      return scanBlock(index, from: column, parent: parent)
    case "[", "{":
      return FlowScan(scan: self, line: index, column: column, parent: parent).run()
    case "#":
      reportComment(line, index, column)
    case "*", "&", "!":
      Indicator(first)?.report(String(line[column...]), at: span(index, column), suspects)
    case "@", "`", "%", ",", "]", "}":
      reportReserved(index, column)
    case "-" where column + 1 < line.count && line[column + 1] == " ":
      suspects.error(
        YAMLRule.quotesNeeded, "a list begins on the same line as its key", at: span(index, column, 2),
        hint: "Begin it on the next line, or put the text in quotes.")
    default:
      scanPlain(line, index, from: column)
    }
    return index + 1
  }

  func reportReserved(_ index: Int, _ column: Int) {
    let sign = String([source.lines[index][column]])
    suspects.error(
      YAMLRule.quotesNeeded, "text that begins with \(sign == "`" ? "a backtick" : "`\(sign)`") needs quotes",
      at: span(index, column), hint: "Put all of the text in quotes.")
  }

  /// Reports a `#` that is no comment to the author, because something stands right behind it.
  @discardableResult
  func reportComment(_ line: [Unicode.Scalar], _ index: Int, _ column: Int) -> Bool {
    guard column + 1 < line.count, !" \t#!".unicodeScalars.contains(line[column + 1]) else { return false }
    certain.error(
      YAMLRule.commentInText, "the text ends here, because ` #` begins a comment",
      at: span(index, column, line.count - column),
      hint: "Put all of the text in quotes; if it is a comment, write a space after `#`.")
    return true
  }

  private func scanPlain(_ line: [Unicode.Scalar], _ index: Int, from start: Int) {
    for column in (start + 1)..<max(start + 1, line.count) {
      if line[column] == "#", line[column - 1] == " " || line[column - 1] == "\t" {
        reportComment(line, index, column)
        return
      }
      if LineKey.isColon(line, column) {
        return suspects.error(
          YAMLRule.colonInText, "a text that holds a colon and a space needs quotes", at: span(index, column),
          hint: "Put all of the text in quotes.")
      }
    }
  }

  private func scanBlock(_ index: Int, from column: Int, parent: Int) -> Int {
    let line = source.lines[index]
    var end = column + 1
    while end < line.count, "+-0123456789".unicodeScalars.contains(line[end]) { end += 1 }
    while end < line.count, line[end] == " " || line[end] == "\t" { end += 1 }
    guard end == line.count || line[end] == "#" else {
      suspects.error(
        YAMLRule.quotesNeeded, "text stands on the same line as `\(String([line[column]]))`",
        at: span(index, end, line.count - end),
        hint: "Begin the text on the next line, or put all of it in quotes.")
      return index + 1
    }
    return endOfBlock(index, parent: parent)
  }

  private func scanQuoted(_ index: Int, from column: Int, parent: Int) -> Int {
    let quote = source.lines[index][column]
    var number = index
    var start = column + 1
    while true {
      let line = source.lines[number]
      if let close = QuotedText.end(line, from: start, quote: quote) {
        reportAfterQuote(number, close, quote)
        return number + 1
      }
      number += 1
      start = 0
      guard number < source.lines.count, !begins(number, above: parent) else {
        reportSwallowed(index, column, until: number)
        reportUnclosed(index, column, "this quote is not closed", "Close it with \(String([quote])).")
        return index + 1
      }
    }
  }

  /// Warns of a quote that is closed only behind a line that looks like a key: libyaml reads both as one text.
  private func reportSwallowed(_ index: Int, _ column: Int, until number: Int) {
    guard number < source.lines.count, let start = source.lines[number].firstIndex(where: { $0 != " " })
    else { return }
    let line = source.lines[number]
    guard LineKey(line, from: start) != nil || line[start] == "-" else { return }
    doubts.warning(
      YAMLRule.unclosed,
      "this quote is closed only behind line \(number + 1), which looks like no part of the text",
      at: span(index, column),
      hint: "Close it with \(String([source.lines[index][column]])); if the line is text, indent it deeper.",
      notes: [
        Diagnostic.Note(
          "this is read as part of the text", at: span(number, start, line.count - start))
      ])
  }

  private func reportAfterQuote(_ index: Int, _ close: Int, _ quote: Unicode.Scalar) {
    let line = source.lines[index]
    var column = close + 1
    while column < line.count, line[column] == " " { column += 1 }
    guard column < line.count, line[column] != "#" else { return }
    reportTextAfterQuote(index, column, quote)
  }

  func reportTextAfterQuote(_ index: Int, _ column: Int, _ quote: Unicode.Scalar) {
    suspects.error(
      YAMLRule.textAfterQuote, "there is text behind the closing quote",
      at: span(index, column, source.lines[index].count - column),
      hint: quote == "'"
        ? #"Put all of the text between double quotes, "…": an apostrophe ends what begins with one."#
        : #"Put all of the text in quotes; a quote inside is written `\"` or stands between single quotes."#)
  }

  func reportUnclosed(_ index: Int, _ column: Int, _ message: String, _ hint: String) {
    suspects.error(YAMLRule.unclosed, message, at: span(index, column), hint: hint)
  }

  /// Whether a line stands no deeper than `column`, so that what is open before it should have been closed.
  func begins(_ index: Int, above column: Int) -> Bool {
    let line = source.lines[index]
    guard let indent = line.firstIndex(where: { $0 != " " }) else { return false }
    return indent <= column && !"]}#".unicodeScalars.contains(line[indent])
  }
}
