import StrictYAML

/// Where the quoted texts and blocks of a file stand, in which `#` begins no comment.
struct ScalarExtents {
  private let source: SourceText
  private var quoted: [Node.Scalar] = []
  /// The lines of blocks, from 1, without those that begin them.
  private var blocks: [Range<Int>] = []

  init(_ root: Node?, in source: SourceText) {
    self.source = source
    for scalar in root?.scalars ?? [] { add(scalar) }
  }

  /// Whether a place is inside one of them; line and column count from 1.
  func contains(line: Int, column: Int) -> Bool {
    if blocks.contains(where: { $0.contains(line) }) { return true }
    return quoted.contains { text in
      guard text.span.line <= line, line <= text.lastLine else { return false }
      if line == text.span.line, column < text.span.column { return false }
      // The end of a quoted text is known by its line only: a quote behind the place closes it.
      return line < text.lastLine
        || source.line(line)?.dropFirst(column - 1).contains { $0 == "\"" || $0 == "'" } == true
    }
  }

  private mutating func add(_ scalar: Node.Scalar) {
    switch scalar.style {
    case .plain: break
    case .quoted: quoted.append(scalar)
    case .block: if !scalar.text.isEmpty { blocks.append(lines(of: scalar)) }
    }
  }

  /// A block goes on as long as nothing is indented less than its first line.
  private func lines(of block: Node.Scalar) -> Range<Int> {
    let first = block.span.line + 1
    var indentation: Int?
    var end = first
    while let line = source.line(end) {
      let spaces = line.prefix { $0 == " " }.count
      if spaces < line.count {
        if spaces < indentation ?? 0 { break }
        indentation = indentation ?? spaces
      }
      end += 1
    }
    return first..<end
  }
}
