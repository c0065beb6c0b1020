import Dialogue

/// That what a pattern took of a message is there.
struct PatternProof {
  private let pattern: Pattern
  private let message: WrittenMessage

  init(_ pattern: Pattern, _ message: WrittenMessage) {
    self.pattern = pattern
    self.message = message
  }

  func check(_ match: PatternMatch) throws(BrokenProperty) {
    try require(
      match.at >= 0 && match.count >= 0 && match.at + match.count <= message.words.count,
      "\(match.count) words from \(match.at) on fit, of \(message.words.count)")
    try check(match.values)
  }

  /// - Parameter values: what slots took, by their names.
  func check(_ values: [String: String]) throws(BrokenProperty) {
    try require(
      pattern.certainSlots.isSubset(of: values.keys), "a certain slot took nothing: \(values.keys.sorted())")
    for (name, value) in values {
      let slots = pattern.slots.filter { $0.name == name }
      var isTaken = false
      for slot in slots where isTakable(value, slot.kind) { isTaken = true }
      try require(isTaken, "{\(name)} cannot have taken \(value.debugDescription)")
    }
  }

  private func isTakable(_ value: String, _ kind: PatternSlot.Kind) -> Bool {
    let isFigures = !value.isEmpty && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return switch kind {
    case .text, .word: !value.isEmpty && message.text.unicodeScalars.contains(value.unicodeScalars)
    case .digits(let lengths): isFigures && lengths.contains(value.count)
    case .number(let range): Int(value).map(range.contains) ?? false
    case .phone: isFigures && (8...15).contains(value.count)
    case .date: value.split(separator: "-").map(\.count) == [4, 2, 2]
    case .time: value.split(separator: ":").map(\.count) == [2, 2]
    }
  }
}

extension String.UnicodeScalarView {
  fileprivate func contains(_ other: Self) -> Bool {
    let (all, part) = (Array(self), Array(other))
    guard part.count <= all.count else { return false }
    return (0...(all.count - part.count)).contains { all[$0...].starts(with: part) }
  }
}
