extension DiagnosticFormat {
  /// GitHub Actions, Workflow commands, "Setting an error message".
  static func workflowCommand(_ diagnostic: Diagnostic) -> String {
    let span = diagnostic.span
    let notes = diagnostic.notes.map { "\($0.span.file):\($0.span.line):\($0.span.column) \($0.message)" }
    let text = ([diagnostic.message, diagnostic.hint].compactMap { $0 } + notes).joined(separator: "\n")
    return "::\(diagnostic.severity.rawValue) file=\(property(span.file)),line=\(span.line),"
      + "col=\(span.column),endColumn=\(span.column + span.length),title=\(property(diagnostic.rule))"
      + "::\(data(text))\n"
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
