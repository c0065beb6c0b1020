/// Finds what an author may have meant by a word that is not known.
package enum Nearest {
  /// The candidate with the fewest edits from `word`, if they are few enough to be a slip; the first of equals.
  ///
  /// An edit is a letter added, left out, changed or swapped with its neighbour; capitals do not count.
  package static func to(_ word: String, among candidates: some Swift.Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    // Any other letter is one edit from a single one.
    guard (2...100).contains(wanted.count) else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      let allowed = min(max(1, (max(wanted.count, scalars.count) + 1) / 4), (best?.distance ?? .max) - 1)
      guard allowed >= 0, abs(scalars.count - wanted.count) <= allowed else { continue }
      let distance = edits(wanted, scalars)
      if distance <= allowed { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// "Did you mean `x`?", or nil if nothing is near.
  package static func hint(_ word: String, among candidates: some Swift.Sequence<String>) -> String? {
    to(word, among: candidates).map { "Did you mean `\($0)`?" }
  }

  private static func edits(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      current.reserveCapacity(right.count + 1)
      for column in 1...right.count {
        let same = left[row - 1] == right[column - 1]
        var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
