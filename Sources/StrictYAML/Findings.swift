/// Collects diagnostics while a file is read, so that all of them are told at once.
package final class Findings {
  package private(set) var diagnostics: [Diagnostic] = []

  package init(_ diagnostics: [Diagnostic] = []) { self.diagnostics = diagnostics }

  /// Values that were not read: their key is unknown or does not work yet, or they are of the wrong kind.
  package private(set) var unread: [Node] = []

  package func leaveUnread(_ node: Node) { unread.append(node) }

  package func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  package func add(_ more: [Diagnostic]) { diagnostics += more }

  package func error(
    _ rule: some Rule, _ message: String, at span: Span, hint: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    add(Diagnostic(.error, rule: rule.rawValue, message, at: span, hint: hint, notes: notes))
  }

  package func warning(
    _ rule: some Rule, _ message: String, at span: Span, hint: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    add(Diagnostic(.warning, rule: rule.rawValue, message, at: span, hint: hint, notes: notes))
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether anything was found under `rule`.
  package func contains(_ rule: some Rule) -> Bool {
    diagnostics.contains { $0.rule == rule.rawValue }
  }

  /// By file, line and column, each once.
  package var sorted: [Diagnostic] { diagnostics.sortedByPlace() }
}

extension [Diagnostic] {
  /// By file, line and column, each once.
  package func sortedByPlace() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }.sorted { left, right in
      (left.span.file, left.span.line, left.span.column, left.rule, left.message)
        < (right.span.file, right.span.line, right.span.column, right.rule, right.message)
    }
  }
}
