/// How diagnostics are printed.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// For a person: `file:line:column  error[rule]  sentence`, the line with a caret, and what to do.
  case text
  /// A JSON array, one object a diagnostic; `[]` if there are none.
  case json
  /// Workflow commands of GitHub Actions (`::error file=…,line=…`).
  case github

  /// The diagnostics as text that ends with a line break; as text and for GitHub empty if there are none.
  ///
  /// - Parameter sources: the text of each file, by the name diagnostics use.
  package func render(_ diagnostics: [Diagnostic], sources: [String: String]) -> String {
    switch self {
    case .text: Self.renderText(diagnostics, sources)
    case .json: Self.renderJSON(diagnostics)
    case .github: diagnostics.map(Self.workflowCommand).joined()
    }
  }
}
