/// Scans a list or mapping in brackets, which may go over several lines.
struct FlowScan {
  let scan: TrapScan
  let line: Int
  let column: Int
  let parent: Int

  /// Returns the index of the next line to scan.
  func run() -> Int {
    var opened: [(Unicode.Scalar, Int, Int)] = []
    var isItemStart = true
    var isCutByComment = false
    var index = line
    var position = column
    while index < scan.source.lines.count {
      if index > line, scan.begins(index, above: parent) { break }
      let text = scan.source.lines[index]
      while position < text.count {
        let scalar = text[position]
        switch scalar {
        case "[", "{":
          opened.append((scalar, index, position))
          isItemStart = true
        case "]", "}":
          opened.removeLast()
          if opened.isEmpty {
            reportRest(index, position)
            return index + 1
          }
          isItemStart = false
        case "\"", "'":
          guard isItemStart else { break }
          guard let end = QuotedText.end(text, from: position) else {
            scan.reportUnclosed(
              index, position, "this quote is not closed", "Close it with \(String([scalar])).")
            return index + 1
          }
          position = end
          isItemStart = false
          // As in JSON: behind a quoted key the colon needs no space.
          if end + 1 < text.count, text[end + 1] == ":" {
            position += 1
            isItemStart = true
          } else if let rest = text[(end + 1)...].firstIndex(where: { $0 != " " }),
            !",]}:#".unicodeScalars.contains(text[rest])
          {
            scan.reportTextAfterQuote(index, rest, scalar)
            return index + 1
          }
        case ",":
          isItemStart = true
        case ":" where LineKey.isColon(text, position):
          isItemStart = true
        case "#" where position > 0 && text[position - 1] == " ":
          isCutByComment = scan.reportComment(text, index, position) || isCutByComment
          position = text.count
        case " ", "\t":
          break
        default:
          if isItemStart { reportStart(scalar, index, position) }
          isItemStart = false
        }
        position += 1
      }
      index += 1
      position = 0
    }
    if let (bracket, index, position) = opened.last, !isCutByComment {
      scan.reportUnclosed(
        index, position, "this bracket is not closed", "Close it with \(bracket == "[" ? "`]`" : "`}`").")
    }
    return index
  }

  private func reportStart(_ scalar: Unicode.Scalar, _ index: Int, _ position: Int) {
    if let indicator = Indicator(scalar) {
      indicator.report("", at: scan.span(index, position), scan.suspects)
    } else if scalar == "@" || scalar == "`" || scalar == "%" {
      scan.reportReserved(index, position)
    }
  }

  /// Text behind the closing bracket: the value was meant as text.
  private func reportRest(_ index: Int, _ close: Int) {
    let text = scan.source.lines[index]
    var rest = close + 1
    while rest < text.count, text[rest] == " " { rest += 1 }
    guard rest < text.count, text[rest] != "#" else { return }
    if LineKey.isColon(text, rest) { return }
    let bracket = String([scan.source.lines[line][column]])
    scan.suspects.error(
      YAMLRule.quotesNeeded, "text that begins with `\(bracket)` needs quotes", at: scan.span(line, column),
      hint: bracket == "["
        ? "Nothing may stand behind the `]` of a list; if it is a text, put all of it in quotes."
        : "Put all of the text in quotes.")
  }
}
