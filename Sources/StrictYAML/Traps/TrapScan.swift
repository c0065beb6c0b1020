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

  /// Where a key or the dash of an item stands.
  private struct Place {
    var column: Int
    var isDash: Bool
    /// From 0.
    var line: Int
    /// Whether keys and dashes were found there, which was told.
    var isMixed = false
  }

  /// What the last line with content began: a key, or an item without one.
  private struct Open {
    /// Of its key or dash; a plain value may go on deeper than it.
    var column: Int
    var hasValue: Bool
    var hasKey: Bool
  }

  /// The begun lists and mappings, by the columns of their keys and dashes.
  private var places: [Place] = []
  private var open: Open?
  /// Whether the last line with content was reported for where it stands: the next may only follow it.
  private var isAstray = false
  /// What libyaml is given in place of a sign that was reported.
  private(set) var repairs: [Repair] = []

  /// One sign of a line; line and column count from 0.
  struct Repair {
    var line: Int
    var column: Int
    /// Nil for nothing.
    var sign: Unicode.Scalar?
  }

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
    let line = mended(index)
    let indent = line.firstIndex { $0 != " " && $0 != "\t" } ?? line.count
    guard indent < line.count, line[indent] != "#" else { return index + 1 }
    if let tab = line[..<indent].firstIndex(of: "\t") {
      reportTab(index, tab)
      return index + 1
    }
    if indent == 0, ["---", "..."].contains(String(line)) { return index + 1 }
    var column = indent
    var isItem = false
    var found: [Place] = []
    while isDash(line, column) {
      isItem = true
      found.append(Place(column: column, isDash: true, line: index))
      column += 1
      while column < line.count, line[column] == " " { column += 1 }
    }
    guard column < line.count, line[column] != "#" else {
      place(found, index)
      open = Open(column: found.last?.column ?? indent, hasValue: false, hasKey: false)
      return index + 1
    }
    let key = LineKey(line, from: column)
    if key == nil, !isItem { return scanRest(index, line, indent) }
    if key != nil { found.append(Place(column: column, isDash: false, line: index)) }
    if let open, open.hasValue, indent > open.column {
      // A plain value that goes on over lines may not hold a key.
      reportDeeper(index, indent, than: open)
      places += found
    } else {
      place(found, index)
    }
    let valueAt = key?.value ?? column
    let parent = found.last?.column ?? indent
    open = Open(
      column: parent, hasValue: valueAt < line.count && line[valueAt] != "#", hasKey: key != nil)
    return scanValue(index, from: valueAt, parent: parent, afterKey: key != nil)
  }

  private mutating func reportDeeper(_ index: Int, _ indent: Int, than open: Open) {
    report(
      index, indent,
      open.hasKey
        ? "this line is indented deeper than the line above, which has a value already"
        : "this line is indented below an item that is a text",
      hint: open.hasKey
        ? "Give it \(Self.spaces(open.column)), where the key above begins."
        : "If the line above is a key and its value, write a colon and a space between them.")
  }

  /// Notes where the keys and dashes of a line stand; reports a column that fits nothing above.
  private mutating func place(_ found: [Place], _ index: Int) {
    guard let first = found.first else { return }
    let above = places.last { $0.column > first.column }
    while let top = places.last, top.column > first.column { places.removeLast() }
    let isStray = above != nil && places.last?.column != first.column
    if isStray {
      let columns = [places.last, above].compactMap(\.self).map {
        "\(Self.spaces($0.column)) (line \($0.line + 1))"
      }
      report(
        index, first.column, "this line begins under no line above",
        hint: "It has \(Self.spaces(first.column)), and the lines above have "
          + "\(columns.joined(separator: " or ")): give it as many as those it belongs to.")
    } else if let top = places.last, top.column == first.column, top.isDash != first.isDash {
      guard meet(first, top, index) else { return }
    } else {
      isAstray = false
    }
    for place in found {
      if let last = places.last, last.column == place.column, last.isDash == place.isDash {
        places[places.count - 1].line = place.line
      } else {
        places.append(place)
      }
    }
  }

  /// A key where dashes begin the lines above, or a dash where keys do.
  ///
  /// - Returns: whether it may stand there.
  private mutating func meet(_ place: Place, _ top: Place, _ index: Int) -> Bool {
    if top.isMixed { return false }
    if place.isDash {
      // `steps:` and its items may begin at one column.
      if let open, open.column == place.column, !open.hasValue {
        isAstray = false
        return true
      }
      places[places.count - 1].isMixed = true
      report(
        index, place.column, "an item of a list stands among `key: value` lines",
        hint: "Write the key of the list on a line above it, or remove `- `.")
      return false
    }
    if places.dropLast().last?.column == place.column {
      places.removeLast()
      isAstray = false
      return true
    }
    places[places.count - 1].isMixed = true
    let span = span(index, place.column, source.lines[index].count - place.column)
    guard !isAstray else { return false }
    isAstray = true
    suspects.error(
      YAMLRule.indentation, "this line stands where `- ` begins the items above", at: span,
      hint: "Write `- ` before it, or indent it deeper if it belongs to the item above; if this is no list, "
        + "remove `- ` there.",
      notes: [
        Diagnostic.Note(
          "the item above begins here", at: self.span(top.line, top.column))
      ])
    return false
  }

  /// Reports where a line stands, unless that only follows from the line above.
  private mutating func report(_ index: Int, _ indent: Int, _ message: String, hint: String) {
    defer { isAstray = true }
    guard !isAstray else { return }
    suspects.error(YAMLRule.indentation, message, at: span(index, 0, indent), hint: hint)
  }

  private static func spaces(_ count: Int) -> String {
    count == 0 ? "no space" : count == 1 ? "1 space" : "\(count) spaces"
  }

  /// A line that is neither `key: value` nor an item: more of the value above, or a slip.
  private mutating func scanRest(_ index: Int, _ line: [Unicode.Scalar], _ indent: Int) -> Int {
    if let open, indent > open.column {
      if open.hasValue { return index + 1 }
      if isKeyBelow(index, at: indent) {
        reportNoKey(index, line, indent, isText: true)
        return index + 1
      }
      self.open = Open(column: open.column, hasValue: true, hasKey: open.hasKey)
      return scanValue(index, from: indent, parent: open.column, afterKey: false)
    }
    if places.isEmpty { return scanValue(index, from: indent, parent: -1, afterKey: false) }
    reportNoKey(index, line, indent)
    return index + 1
  }

  /// A line that was meant as `key: value`, and is not.
  ///
  /// - Parameter isText: whether it may be the first of a text that should have begun with `|`.
  private mutating func reportNoKey(
    _ index: Int, _ given: [Unicode.Scalar], _ indent: Int, isText: Bool = false
  ) {
    isAstray = true
    let line = Self.withoutComment(given)
    let whole = span(index, indent, line.count - indent)
    if let colon = LineKey.missingSpace(line, from: indent) {
      suspects.error(
        YAMLRule.spaceAfterColon,
        LookAlike.isBlank(line[colon + 1])
          ? "\(LookAlike.name(of: line[colon + 1])) stands after the colon, where YAML wants a usual space"
          : "there is no space after the colon", at: span(index, colon),
        hint:
          "Write `\(String(line[indent...colon])) "
          + "\(String(line[(colon + 1)...].drop(while: LookAlike.isBlank)))`.")
    } else if let advice = LineKey.advice(line, from: indent, isHead: isDeeperBelow(index, than: indent)) {
      suspects.error(
        YAMLRule.syntax, "this line has no colon with a space behind it", at: whole, hint: advice)
    } else {
      suspects.error(
        YAMLRule.syntax, "this line is neither `key: value` nor an item that begins with `- `", at: whole,
        hint: isText
          ? "For a text of several lines, write `|` behind the key above."
          : "If it belongs to the text above, indent it deeper than the key of that text.")
    }
  }

  /// The line up to its comment, without the spaces before that.
  private static func withoutComment(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let comment = line.indices.first { $0 > 0 && line[$0] == "#" && line[$0 - 1] == " " }
    var line = comment.map { Array(line[..<$0]) } ?? line
    while line.last == " " { line.removeLast() }
    return line
  }

  private func lineBelow(_ index: Int) -> (line: [Unicode.Scalar], indent: Int)? {
    for line in source.lines.dropFirst(index + 1) {
      if let indent = line.firstIndex(where: { $0 != " " }), line[indent] != "#" { return (line, indent) }
    }
    return nil
  }

  private func isKeyBelow(_ index: Int, at indent: Int) -> Bool {
    lineBelow(index).map { $0.indent == indent && LineKey($0.line, from: indent) != nil } ?? false
  }

  private func isDeeperBelow(_ index: Int, than indent: Int) -> Bool {
    lineBelow(index).map { $0.indent > indent } ?? false
  }

  /// The line without signs that only look like a space or a dash; each is reported.
  private mutating func mended(_ index: Int) -> [Unicode.Scalar] {
    var line = source.lines[index]
    let start = line.firstIndex { !LookAlike.isBlank($0) } ?? line.count
    guard start < line.count, line[start] != "#" else { return line }
    let isText = open.map { $0.hasValue && start > $0.column } ?? false
    if let odd = line[..<start].firstIndex(where: { $0 != " " && $0 != "\t" }),
      !isText || LineKey(line, from: start) != nil
    {
      certain.error(
        YAMLRule.indentation, "\(LookAlike.name(of: line[odd])) stands in the indentation",
        at: span(index, odd, start - odd),
        hint: "It looks like nothing or like a space: delete it, and indent with usual spaces.")
      for column in (odd..<start).reversed() where line[column] != " " && line[column] != "\t" {
        let sign = LookAlike.isWide(line[column]) ? Unicode.Scalar(" ") : nil
        repairs.append(Repair(line: index, column: column, sign: sign))
        if let sign { line[column] = sign } else { line.remove(at: column) }
      }
    }
    let indent = line.firstIndex { $0 != " " } ?? line.count
    guard indent + 2 < line.count, !isText else { return line }
    if line[indent] == "-", line[indent + 1] == "\t" {
      certain.error(
        YAMLRule.tab, "a tab stands behind the `-`", at: span(index, indent + 1), hint: "Write a space.")
      repairs.append(Repair(line: index, column: indent + 1, sign: " "))
      line[indent + 1] = " "
    } else if LookAlike.isDash(line[indent]), line[indent + 1] == " ",
      LineKey(line, from: indent + 2) != nil
        || places.last.map({ $0.column == indent && $0.isDash }) ?? false
    {
      certain.error(
        YAMLRule.syntax, "`\(String([line[indent]]))` begins no item of a list", at: span(index, indent),
        hint: "Write the `-` of the keyboard: `- \(String(Self.withoutComment(line)[(indent + 2)...]))`.")
      repairs.append(Repair(line: index, column: indent, sign: "-"))
      line[indent] = "-"
    }
    return line
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
