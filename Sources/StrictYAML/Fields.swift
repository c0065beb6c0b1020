/// Reads one mapping by its keys, and reports what is wrong with it.
///
/// ```swift
/// let document = Document.read(bytes, file: "balas.yaml")
/// let findings = Findings(document.diagnostics)
/// if let root = document.root,
///   let fields = Fields(root, "the configuration", keys: ["listen", "gateway", "keep"], findings)
/// {
///   let listen = fields.required("listen")?.text("`listen`", findings)  // Node.Scalar?, place included
///   if let gateway = fields.fields("gateway", keys: ["base_url", "rate", "on_ambiguous", "exclusive"]) {
///     let rate = gateway.rate("rate") ?? Rate(count: 20, per: .seconds(1))
///     let exclusive = gateway.isOn("exclusive") ?? false
///     let answer = gateway.choice("on_ambiguous", AmbiguityAnswer.self) ?? .resend
///     let url = gateway.value("base_url", expected: "an https address") { URL(string: $0) }
///   }
/// }
/// print(DiagnosticFormat.text.render(findings.sorted, sources: ["balas.yaml": text]))
/// ```
///
/// A key that is absent gives nil without a word; one that is wrong gives nil and a diagnostic.
package struct Fields {
  /// What the mapping is, as an author calls it, for example "a scenario".
  package let name: String
  package let mapping: Node.Mapping
  package let findings: Findings
  /// Whether a key was reported as unknown, perhaps a slip for one that seems to be absent.
  package let hasUnknownKeys: Bool
  private let entries: [String: Node.Mapping.Entry]

  /// Nil, and a diagnostic, if `node` is no mapping. Keys that are not known are reported at once.
  ///
  /// - Parameters:
  ///   - keys: the keys that are read.
  ///   - elsewhere: what to advise for an entry whose key is neither known nor near a known one.
  package init?(
    _ node: Node, _ name: String, keys: [String], _ findings: Findings,
    elsewhere: (Node.Mapping.Entry) -> String? = { _ in nil }
  ) {
    guard let mapping = node.mapping else {
      findings.wrongKind(node, name, expected: "a mapping")
      return nil
    }
    self.name = name
    self.mapping = mapping
    self.findings = findings
    entries = Dictionary(mapping.entries.map { ($0.key.text, $0) }, uniquingKeysWith: { first, _ in first })
    hasUnknownKeys = mapping.entries.contains { !keys.contains($0.key.text) }
    for entry in mapping.entries where !keys.contains(entry.key.text) {
      let word = entry.key.text
      findings.leaveUnread(.mapping(Node.Mapping(entries: [entry], span: entry.key.span)))
      findings.error(
        YAMLRule.unknownKey, "`\(word)` is not a word of \(name)", at: entry.key.span,
        hint: entry.value.isEmpty && word.contains(" ")
          ? "Between { and } a comma ends a value: put quotes around a text with commas."
          : Nearest.hint(word, among: keys) ?? elsewhere(entry)
            ?? "Known here: \(keys.map { "`\($0)`" }.joined(separator: ", ")).")
    }
  }

  /// The value under `key`.
  package subscript(key: String) -> Node? { entries[key]?.value }

  /// Where `key` was written.
  package func keySpan(_ key: String) -> Span? { entries[key]?.key.span }

  /// The value under `key`; if it is absent, nil and a diagnostic (none where the file broke off in this mapping).
  package func required(_ key: String, hint: String? = nil) -> Node? {
    if let value = self[key] { return value }
    if mapping.isWhole {
      findings.error(YAMLRule.missingKey, "\(name) needs `\(key)`", at: mapping.span, hint: hint)
    }
    return nil
  }
}
