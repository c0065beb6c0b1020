/// A value of a YAML file, with the place it was written. Every scalar is text.
package indirect enum Node: Sendable, Hashable {
  case scalar(Scalar)
  case mapping(Mapping)
  case sequence(Sequence)

  /// A single value, as it was typed.
  package struct Scalar: Sendable, Hashable {
    /// How the value was written.
    package enum Style: Sendable, Hashable { case plain, quoted, block }

    package var text: String
    package var style: Style
    /// From its first character to its end, or to the end of its first line.
    package var span: Span
    /// The line it ends in.
    package var lastLine: Int

    package init(text: String, style: Style, span: Span, lastLine: Int? = nil) {
      self.text = text
      self.style = style
      self.span = span
      self.lastLine = lastLine ?? span.line
    }
  }

  /// Values by their keys.
  package struct Mapping: Sendable, Hashable {
    /// One key with its value.
    package struct Entry: Sendable, Hashable {
      package var key: Scalar
      package var value: Node

      package init(key: Scalar, value: Node) {
        self.key = key
        self.value = value
      }
    }

    /// In the order written; keys are unique.
    package var entries: [Entry]
    package var span: Span
    /// False if the file broke off inside it.
    package var isWhole: Bool

    package init(entries: [Entry], span: Span, isWhole: Bool = true) {
      self.entries = entries
      self.span = span
      self.isWhole = isWhole
    }
  }

  /// A list, in brackets or one item a line.
  package struct Sequence: Sendable, Hashable {
    package var items: [Node]
    package var span: Span

    package init(items: [Node], span: Span) {
      self.items = items
      self.span = span
    }
  }

  /// Where the value was written.
  package var span: Span {
    switch self {
    case .scalar(let scalar): scalar.span
    case .mapping(let mapping): mapping.span
    case .sequence(let sequence): sequence.span
    }
  }
}
