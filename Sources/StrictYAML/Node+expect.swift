extension Node {
  /// What an author would call it: `text`, `nothing`, `a list`, `a mapping`.
  package var kindName: String {
    switch self {
    case .scalar(let scalar): scalar.isEmpty ? "nothing" : "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  package var scalar: Scalar? {
    if case .scalar(let scalar) = self { scalar } else { nil }
  }

  package var sequence: Sequence? {
    if case .sequence(let sequence) = self { sequence } else { nil }
  }

  package var mapping: Mapping? {
    if case .mapping(let mapping) = self { mapping } else { nil }
  }

  /// Whether nothing was written, as in `key:`.
  package var isEmpty: Bool { scalar?.isEmpty ?? false }

  /// The text, which must not be missing; otherwise nil, and the mistake is among `findings`.
  ///
  /// - Parameter name: what the text is, as an author calls it, for example "`goto`".
  package func text(_ name: String, _ findings: Findings) -> Scalar? {
    guard let scalar else {
      findings.wrongKind(self, name, expected: "text")
      return nil
    }
    if scalar.isEmpty {
      findings.error(YAMLRule.emptyValue, "\(name) has no value", at: span)
      return nil
    }
    return scalar
  }

  /// The items of a list; otherwise nil, and the mistake is among `findings`.
  package func items(_ name: String, _ findings: Findings) -> [Node]? {
    if let sequence { return sequence.items }
    findings.wrongKind(self, name, expected: "a list")
    return nil
  }

  /// One text or a list of texts; otherwise nil, and the mistake is among `findings`.
  package func texts(_ name: String, _ findings: Findings) -> [Scalar]? {
    switch self {
    case .scalar:
      text(name, findings).map { [$0] }
    case .sequence(let sequence):
      sequence.items.compactMap { $0.text("an item of \(name)", findings) }
    case .mapping:
      findings.wrongKind(self, name, expected: "text or a list of texts", giving: nil)
    }
  }

  /// The entries of a mapping whose keys the author chooses; otherwise nil, and the mistake is among `findings`.
  package func entries(_ name: String, _ findings: Findings) -> [Mapping.Entry]? {
    if let mapping { return mapping.entries }
    findings.wrongKind(self, name, expected: "a mapping")
    return nil
  }
}

extension Node.Scalar {
  /// Whether nothing was written, as in `key:`; an empty pair of quotes is an empty text.
  package var isEmpty: Bool { text.isEmpty && style == .plain }
}

extension Findings {
  /// Reports a value of the wrong kind: "expected text for `name`, found a list".
  package func wrongKind(_ node: Node, _ name: String, expected: String) {
    if node.isEmpty {
      error(YAMLRule.emptyValue, "\(name) has no value", at: node.span, hint: "It takes \(expected).")
      return
    }
    leaveUnread(node)
    var hint: String?
    if case .mapping = node, expected.hasPrefix("text") {
      hint = "Text that begins with `{` or holds a colon and a space needs quotes around all of it."
    } else if case .sequence = node, expected == "text" {
      hint = "Text that begins with `[` or `- ` needs quotes around all of it."
    } else if expected.hasPrefix("a mapping") {
      hint = node.missingSpaceHint
    } else if case .mapping = node, expected.hasPrefix("a list") {
      hint = "Write `- ` before each item of the list, before the first one too."
    }
    error(
      YAMLRule.wrongKind, "expected \(expected) for \(name), found \(node.kindName)", at: node.span,
      hint: hint)
  }

  func wrongKind<Value>(_ node: Node, _ name: String, expected: String, giving: Value?) -> Value? {
    wrongKind(node, name, expected: expected)
    return giving
  }
}
