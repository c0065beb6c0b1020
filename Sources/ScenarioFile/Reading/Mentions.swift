import StrictYAML

/// How a value that was not understood may have to do with something that seems to be missing.
enum Mention: Hashable {
  /// It would declare the name: the name is a key in it.
  case key(String)
  /// It would set or use one of the names: as a key, as a whole value, or between braces.
  case name([String])
}

/// The names that stand in values that were not understood.
struct Mentions {
  private var keys: Set<String> = []
  private var values: Set<String> = []

  init(_ nodes: [Node]) {
    var pending = nodes
    while let node = pending.popLast() {
      switch node {
      case .scalar(let scalar):
        values.insert(scalar.text)
        values.formUnion(Self.slots(scalar.text))
      case .sequence(let sequence):
        pending += sequence.items
      case .mapping(let mapping):
        keys.formUnion(mapping.entries.map(\.key.text))
        pending += mapping.entries.map(\.value)
      }
    }
  }

  func contains(_ mention: Mention) -> Bool {
    switch mention {
    case .key(let name): keys.contains(name)
    case .name(let names): names.contains { keys.contains($0) || values.contains($0) }
    }
  }

  /// The names right behind each opening brace, as in a pattern.
  private static func slots(_ text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { part in
      String(part.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
    }
  }
}
