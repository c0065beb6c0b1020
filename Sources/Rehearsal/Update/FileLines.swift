/// A file's text by lines, each with the end it has.
struct FileLines {
  /// The first has index 0.
  private(set) var lines: [(text: String, end: String)] = []

  init(_ text: String) {
    var line = ""
    var scalars = text.unicodeScalars.makeIterator()
    var pending: Unicode.Scalar?
    while let scalar = pending ?? scalars.next() {
      pending = nil
      if scalar == "\n" {
        lines.append((line, "\n"))
      } else if scalar == "\r" {
        let next = scalars.next()
        lines.append((line, next == "\n" ? "\r\n" : "\r"))
        if next != "\n" { pending = next }
      } else {
        line.unicodeScalars.append(scalar)
        continue
      }
      line = ""
    }
    if !line.isEmpty { lines.append((line, "")) }
  }

  /// How lines of this file end.
  var end: String { lines.first { !$0.end.isEmpty }?.end ?? "\n" }

  var text: String { lines.map { $0.text + $0.end }.joined() }

  /// Puts `new` in place of the lines in `range`; a last line without an end gets one if another follows.
  mutating func replace(_ range: Range<Int>, with new: [String]) {
    if range.lowerBound == lines.count, let last = lines.indices.last, lines[last].end.isEmpty, !new.isEmpty {
      lines[last].end = end
    }
    let end = end
    lines.replaceSubrange(range, with: new.map { ($0, end) })
  }
}
