/// The bot's words by first letter and length, to find the nearest to a word that is mistyped.
struct TypoIndex: Sendable {
  private struct Entry: Sendable {
    var word: String
    var letters: [Unicode.Scalar]
    var signature: UInt64
  }

  private struct Shelf: Hashable {
    var first: Unicode.Scalar
    var count: Int
  }

  /// A word of the bot and how many edits lead to it.
  struct Neighbour: Hashable {
    var word: String
    var edits: Int
  }

  private var shelves: [Shelf: [Entry]] = [:]

  /// Words of fewer than five letters and words with digits are never guessed.
  init(_ words: Set<String>) {
    for word in words.sorted() {
      let letters = Array(word.unicodeScalars)
      guard letters.count >= 5, letters.allSatisfy(\.properties.isAlphabetic) else { continue }
      let shelf = Shelf(first: letters[0], count: letters.count)
      shelves[shelf, default: []].append(
        Entry(word: word, letters: letters, signature: Self.signature(letters)))
    }
  }

  /// The words of the bot nearest to `word`: one edit away, or two from eight letters on; several if they are as near.
  func nearest(_ word: String) -> [Neighbour] {
    let letters = Array(word.unicodeScalars)
    guard letters.count >= 4, letters.count <= 64 else { return [] }
    let signature = Self.signature(letters)
    var found: [Neighbour] = []
    var best = 2
    for count in (letters.count - 2)...(letters.count + 2) where count >= 5 {
      for entry in shelves[Shelf(first: letters[0], count: count)] ?? [] {
        let limit = min(best, count < 8 ? 1 : 2)
        // Each edit changes at most two of the letters a word has.
        guard abs(count - letters.count) <= limit,
          (entry.signature ^ signature).nonzeroBitCount <= 2 * limit,
          let edits = EditDistance.between(letters, entry.letters, atMost: limit)
        else { continue }
        if edits < best { found.removeAll() }
        best = edits
        found.append(Neighbour(word: entry.word, edits: edits))
      }
    }
    return found.filter { $0.edits == best }
  }

  /// The one nearest word; nil if there is none, or a tie.
  static func only(_ found: [Neighbour]) -> String? {
    let best = found.map(\.edits).min()
    let words = Set(found.filter { $0.edits == best }.map(\.word))
    return words.count == 1 ? words.first : nil
  }

  /// A bit for each letter a word has.
  private static func signature(_ letters: [Unicode.Scalar]) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
  }
}

/// How many slips lead from one word to another.
enum EditDistance {
  /// Letters added, left out, changed, or swapped with their neighbour; nil if they are more than `limit`.
  static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        var edits = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          edits = min(edits, beforeLast[column - 1] + 1)
        }
        current.append(edits)
      }
      (beforeLast, last) = (last, current)
      if (last.min() ?? 0) > limit, (beforeLast.min() ?? 0) > limit { return nil }
    }
    return (last.last ?? 0) <= limit ? last.last : nil
  }
}
