/// Reads a file line by line for the places where YAML does not mean what an author means.
///
/// libyaml stops at the first of them, often far behind it; this scan finds them all, and names them.
struct TrapScan {
  /// What is wrong whatever libyaml says.
  let certain = Findings()
  /// What is worth telling only if libyaml could not read the file.
  let suspects = Findings()
  /// What is worth telling only if libyaml could read the file.
  let doubts = Findings()
  let file: String
  let source: SourceText

  /// Columns, from 0, at which keys or items of the open lists and mappings begin.
  private var indents: [Int] = []
  /// The column of the key or dash whose value the last line began; a plain value may go on deeper than it.
  private var open: (column: Int, hasValue: Bool)?

  init(file: String, source: SourceText) {
    self.file = file
    self.source = source
  }

  mutating func run() {
    var index = 0
    while index < source.lines.count { index = scanLine(index) }
  }

  func span(_ line: Int, _ column: Int, _ length: Int = 1) -> Span {
    Span(file: file, line: line + 1, column: column + 1, length: max(1, length))
  }

  /// Scans the line at `index`; returns the index of the next line to scan.
  private mutating func scanLine(_ index: Int) -> Int {
    let line = source.lines[index]
    let indent = line.firstIndex { $0 != " " && $0 != "\t" } ?? line.count
    guard indent < line.count, line[indent] != "#" else { return index + 1 }
    if let tab = line[..<indent].firstIndex(of: "\t") {
      reportTab(index, tab)
      return index + 1
    }
    if indent == 0, ["---", "..."].contains(String(line)) { return index + 1 }
    var column = indent
    var isItem = false
    var columns: [Int] = []
    while isDash(line, column) {
      isItem = true
      columns.append(column)
      column += 1
      while column < line.count, line[column] == " " { column += 1 }
    }
    guard column < line.count, line[column] != "#" else {
      place(columns, index, endsIn: (columns.last ?? indent, false))
      return index + 1
    }
    let key = LineKey(line, from: column)
    if key == nil, !isItem { return scanRest(index, indent) }
    if key != nil { columns.append(column) }
    if let open, open.hasValue, indent > open.column {
      // A plain value that goes on over lines may not hold a key.
      suspects.error(
        YAMLRule.indentation, "this line is indented deeper than the line above, which has a value already",
        at: span(index, 0, indent), hint: "Give lines that belong together the same number of spaces.")
      indents += columns
      self.open = nil
    } else {
      place(columns, index, endsIn: nil)
    }
    let valueAt = key?.value ?? column
    let parent = columns.last ?? indent
    open = (parent, valueAt < line.count && line[valueAt] != "#")
    return scanValue(index, from: valueAt, parent: parent, afterKey: key != nil)
  }

  /// Notes where the keys and dashes of a line stand; reports a column that fits nothing above.
  private mutating func place(_ columns: [Int], _ index: Int, endsIn last: (Int, Bool)?) {
    if let first = columns.first {
      let deepest = indents.last ?? -1
      while let top = indents.last, top > first { indents.removeLast() }
      if deepest > first, indents.last != first {
        suspects.error(
          YAMLRule.indentation, "this line begins under no line above", at: span(index, 0, first),
          hint: "Give lines that belong together the same number of spaces.")
      }
    }
    for column in columns where indents.last != column { indents.append(column) }
    if let last { open = last }
  }

  /// A line that is neither `key: value` nor an item: more of the value above, or a slip.
  private mutating func scanRest(_ index: Int, _ indent: Int) -> Int {
    if let open, indent > open.column {
      if open.hasValue { return index + 1 }
      self.open = (open.column, true)
      return scanValue(index, from: indent, parent: open.column, afterKey: false)
    }
    let line = source.lines[index]
    if indents.isEmpty { return scanValue(index, from: indent, parent: -1, afterKey: false) }
    if let colon = LineKey.missingSpace(line, from: indent) {
      suspects.error(
        YAMLRule.spaceAfterColon, "there is no space after the colon", at: span(index, colon),
        hint: "Write `\(String(line[indent...colon])) \(String(line[(colon + 1)...]))`.")
    } else {
      suspects.error(
        YAMLRule.syntax, "this line is neither `key: value` nor an item that begins with `- `",
        at: span(index, indent, line.count - indent),
        hint: "If it belongs to the text above, indent it deeper than the key of that text.")
    }
    return index + 1
  }

  private func isDash(_ line: [Unicode.Scalar], _ column: Int) -> Bool {
    column < line.count && line[column] == "-" && (column + 1 == line.count || line[column + 1] == " ")
  }

  private func reportTab(_ index: Int, _ column: Int) {
    certain.error(
      YAMLRule.tab, "a tab stands in the indentation", at: span(index, column),
      hint: "Indent with spaces.")
  }

  /// The index after the lines of a text block that began on the line at `index`.
  func endOfBlock(_ index: Int, parent: Int) -> Int {
    var next = index + 1
    while next < source.lines.count {
      let line = source.lines[next]
      let indent = line.firstIndex { $0 != " " } ?? line.count
      if indent < line.count, indent <= parent {
        guard line[indent] == "\t" else { break }
        reportTab(next, indent)
      }
      next += 1
    }
    return next
  }
}
