import StrictYAML

/// That places lie in the files they speak of.
struct SpanProof {
  private let files: [String: SourceText]

  /// - Parameter files: the texts by the names that spans have.
  init(_ files: [String: String]) { self.files = files.mapValues { SourceText($0) } }

  func check(_ diagnostics: [Diagnostic]) throws(BrokenProperty) {
    for diagnostic in diagnostics {
      let what = "\(diagnostic.rule): \(diagnostic.message)"
      try require(!diagnostic.message.isEmpty, "\(diagnostic.rule) says nothing")
      try check(diagnostic.span, what)
      for note in diagnostic.notes { try check(note.span, "\(what): \(note.message)") }
    }
  }

  func check(_ node: Node) throws(BrokenProperty) {
    try check(node.span, "a value")
    switch node {
    case .scalar(let scalar): try checkScalar(scalar)
    case .sequence(let sequence): for item in sequence.items { try check(item) }
    case .mapping(let mapping):
      for entry in mapping.entries {
        try checkScalar(entry.key)
        try check(entry.value)
      }
    }
  }

  private func checkScalar(_ scalar: Node.Scalar) throws(BrokenProperty) {
    try check(scalar.span, "the value \(scalar.text.debugDescription)")
    try require(
      scalar.lastLine >= scalar.span.line,
      "the value \(scalar.text.debugDescription) ends in line \(scalar.lastLine), begins in \(scalar.span.line)"
    )
  }

  private func check(_ span: Span, _ what: String) throws(BrokenProperty) {
    guard let source = files[span.file] else {
      // A file that is not there is told at its own beginning.
      return try require(span.line == 1 && span.column == 1, "\(what) is in \(span.file), which was not read")
    }
    guard let line = source.line(span.line) else {
      throw BrokenProperty("\(what) is in line \(span.line) of \(source.lines.count)")
    }
    try require(
      (1...(line.count + 1)).contains(span.column),
      "\(what) is at \(span.line):\(span.column), where the line has \(line.count) characters")
    try require(
      span.length >= 1 && span.column + span.length - 1 <= max(line.count, span.column),
      "\(what) is at \(span.line):\(span.column), \(span.length) long, where the line has \(line.count) characters"
    )
  }
}
