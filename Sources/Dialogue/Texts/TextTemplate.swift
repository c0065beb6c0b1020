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

  /// The names of the places, in the order written, each once.
  package var slotNames: [String] {
    var names: [String] = []
    for case .slot(let name, _) in pieces where !names.contains(name) { names.append(name) }
    return names
  }

  /// The text with its places filled.
  ///
  /// - Parameters:
  ///   - lookup: the value of a name; nil if it is not set, and then the default is said.
  ///   - unset: told each name that is not set and has no default; it renders as nothing.
  package func render(
    lookup: (String) -> String?, unset: (String) -> Void = { _ in }
  ) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .slot(let name, let fallback):
        if let value = lookup(name) ?? fallback { text += value } else { unset(name) }
      }
    }
    return text
  }
}
