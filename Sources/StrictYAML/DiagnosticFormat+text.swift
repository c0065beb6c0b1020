extension DiagnosticFormat {
  static func renderText(_ diagnostics: [Diagnostic], _ sources: [String: String]) -> String {
    let files = Set(diagnostics.flatMap { [$0.span.file] + $0.notes.map(\.span.file) })
    let texts = sources.filter { files.contains($0.key) }.mapValues { SourceText($0) }
    return diagnostics.map { diagnostic in
      let head = "\(diagnostic.severity.rawValue)[\(diagnostic.rule)]  \(diagnostic.message)"
      var lines = block(head, diagnostic.span, texts, indent: "")
      if let hint = diagnostic.hint { lines.append("  hint: \(hint)") }
      for note in diagnostic.notes { lines += block(note.message, note.span, texts, indent: "  ") }
      return lines.map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  private static func block(
    _ head: String, _ span: Span, _ texts: [String: SourceText], indent: String
  ) -> [String] {
    let title = "\(indent)\(span.file):\(span.line):\(span.column)  \(head)"
    guard let excerpt = SourceExcerpt(span, in: texts[span.file]) else { return [title] }
    let number = "\(span.line)"
    let gutter = String(repeating: " ", count: number.count)
    return [
      title, "\(indent)  \(number) | \(excerpt.line)".withoutTrailingSpaces,
      "\(indent)  \(gutter) | \(excerpt.carets)",
    ]
  }
}

extension String {
  fileprivate var withoutTrailingSpaces: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
