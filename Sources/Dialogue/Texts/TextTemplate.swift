/// A text with places to fill: `{name}`, `{name|default}`, `{total:rupiah}`, `{{` for a brace.
package struct TextTemplate: Sendable, Hashable {
  package enum Piece: Sendable, Hashable {
    case literal(String)
    /// The format shows a value; a default is said as written.
    case slot(name: String, format: TextFormat? = nil, fallback: String?)
  }

  package var pieces: [Piece]

  package init(pieces: [Piece]) { self.pieces = pieces }

  /// A text without places.
  package init(literal: String) { pieces = [.literal(literal)] }

  /// The names of the places, in the order written, each once.
  package var slotNames: [String] {
    var names: [String] = []
    for case .slot(let name, _, _) in pieces where !names.contains(name) { names.append(name) }
    return names
  }

  /// The text with its places filled.
  ///
  /// - Parameters:
  ///   - language: the customer's, for formats.
  ///   - lookup: the value of a name; nil if it is not set, and then the default is said.
  ///   - unset: told each name that is not set and has no default; it renders as nothing.
  package func render(
    language: String = "id", lookup: (String) -> String?, unset: (String) -> Void = { _ in }
  ) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .slot(let name, let format, let fallback):
        if let value = lookup(name) {
          text += format?.text(value, language: language) ?? value
        } else if let fallback {
          text += fallback
        } else {
          unset(name)
        }
      }
    }
    return text
  }
}
