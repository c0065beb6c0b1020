import StrictYAML

/// Reports what is described twice.
struct UniqueNames {
  private let what: String
  private let findings: Findings
  private var first: [String: Span] = [:]

  /// - Parameter what: what has the names, for example "project".
  init(what: String, _ findings: Findings) {
    self.what = what
    self.findings = findings
  }

  /// - Parameter key: what must differ; nil for the name as it is written.
  mutating func add(_ name: Node.Scalar, as key: String? = nil) {
    let key = key ?? name.text
    guard let place = first[key] else {
      first[key] = name.span
      return
    }
    findings.error(
      WorldRule.sameName, "the \(what) `\(name.text)` is described twice", at: name.span,
      notes: [Diagnostic.Note("first here", at: place)])
  }
}
