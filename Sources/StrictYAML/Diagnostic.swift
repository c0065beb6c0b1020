/// A mistake of an author or an operator: what, where, and what to do.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable, Codable {
    case error, warning
  }

  /// Another place that has to do with the mistake.
  package struct Note: Sendable, Hashable {
    package var message: String
    package var span: Span

    package init(_ message: String, at span: Span) {
      self.message = message
      self.span = span
    }
  }

  package var severity: Severity
  /// A stable name, for example `unknown-key`.
  package var rule: String
  /// One sentence that says what is wrong.
  package var message: String
  package var span: Span
  /// What to do about it; nil if `message` says so already.
  package var hint: String?
  package var notes: [Note]

  package init(
    _ severity: Severity, rule: String, _ message: String, at span: Span, hint: String? = nil,
    notes: [Note] = []
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.span = span
    self.hint = hint
    self.notes = notes
  }
}

/// A stretch of one line of one file; line and column count from 1, columns and length in Unicode scalars.
package struct Span: Sendable, Hashable {
  package var file: String
  package var line: Int
  package var column: Int
  /// At least 1.
  package var length: Int

  package init(file: String, line: Int, column: Int, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
  }
}
