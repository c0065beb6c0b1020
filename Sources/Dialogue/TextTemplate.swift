/// A text with places to fill: `{name}`, `{name|default}`, `{{` for a brace.
package struct TextTemplate: Sendable, Hashable {
  package enum Piece: Sendable, Hashable {
    case literal(String)
    case slot(name: String, fallback: String?)
  }

  package var pieces: [Piece]

  package init(pieces: [Piece]) { self.pieces = pieces }

  /// A text without places.
  package init(literal: String) { pieces = [.literal(literal)] }
}
