extension Pattern {
  /// What tells patterns apart: two of the same shape fit the same messages, whatever their slots are called.
  package struct Shape: Sendable, Hashable {
    fileprivate var lines: [PatternLine]
  }

  package var shape: Shape {
    Shape(
      lines: lines.map { line in
        guard case .parts(let nodes, let before, let after) = line else { return line }
        return .parts(nodes.unnamed, isOpenBefore: before, isOpenAfter: after)
      })
  }

  /// The plain words of each message it fits; nil if those are not a few: it has a slot or a gap, or many ways.
  package func phrases(upTo limit: Int) -> [[String]]? {
    guard slots.isEmpty, lines.count == 1, case .parts(let nodes, false, false)? = lines.first else {
      return nil
    }
    return nodes.ways(upTo: limit)?.map { parts in
      parts.reduce(into: [String]()) { words, part in
        if part.isCounted || words.isEmpty {
          words.append(part.text)
        } else {
          words[words.count - 1] += part.text
        }
      }
    }
  }
}

extension [PatternNode] {
  fileprivate var unnamed: [PatternNode] {
    map { node in
      switch node {
      case .word: return node
      case .slot(var slot):
        slot.name = ""
        return .slot(slot)
      case .optional(let nodes): return .optional(nodes.unnamed)
      case .choice(let choices): return .choice(choices.map(\.unnamed))
      }
    }
  }

  fileprivate typealias Way = [(text: String, isCounted: Bool)]

  /// Nil if there are more than `limit`.
  fileprivate func ways(upTo limit: Int) -> [Way]? {
    var ways: [Way] = [[]]
    for node in self {
      let next: [Way]?
      switch node {
      case .word(let text, let isCounted): next = [[(text, isCounted)]]
      case .slot: next = nil
      case .optional(let nodes): next = nodes.ways(upTo: limit).map { [[]] + $0 }
      case .choice(let choices):
        let all = choices.map { $0.ways(upTo: limit) }
        next = all.contains { $0 == nil } ? nil : all.flatMap { $0 ?? [] }
      }
      guard let next, ways.count * next.count <= limit else { return nil }
      ways = ways.flatMap { way in next.map { way + $0 } }
    }
    return ways
  }
}
