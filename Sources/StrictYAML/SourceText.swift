/// A file's text by lines, as YAML counts them.
package struct SourceText: Sendable {
  /// The lines without their ends; the first has index 0.
  package let lines: [[Unicode.Scalar]]

  /// - Parameter text: a byte order mark at its start is left out.
  package init(_ text: String) {
    var lines: [[Unicode.Scalar]] = []
    var line: [Unicode.Scalar] = []
    var afterReturn = false
    for scalar in text.unicodeScalars.drop(while: { $0 == "\u{FEFF}" }) {
      if scalar == "\n", afterReturn {
        afterReturn = false
        continue
      }
      afterReturn = scalar == "\r"
      if scalar == "\n" || scalar == "\r" {
        lines.append(line)
        line = []
      } else {
        line.append(scalar)
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    self.lines = lines
  }

  /// The line with the number `number`, which counts from 1; nil if there is none.
  package func line(_ number: Int) -> [Unicode.Scalar]? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }

  /// Where `needle` stands inside a value for the `nth` time (from 0); the value's own span if it is not found as written.
  package func span(of needle: String, nth: Int = 0, in scalar: Node.Scalar) -> Span {
    let wanted = Array(needle.unicodeScalars)
    guard !wanted.isEmpty, scalar.lastLine >= scalar.span.line else { return scalar.span }
    var left = nth
    for number in scalar.span.line...scalar.lastLine {
      guard let line = line(number) else { break }
      var column = number == scalar.span.line ? scalar.span.column - 1 : 0
      while column + wanted.count <= line.count {
        if line[column..<column + wanted.count].elementsEqual(wanted) {
          if left == 0 {
            return Span(file: scalar.span.file, line: number, column: column + 1, length: wanted.count)
          }
          left -= 1
          column += wanted.count
        } else {
          column += 1
        }
      }
    }
    return scalar.span
  }
}
