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

  /// Shorter words are near none.
  static let least = 4

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
    guard letters.count >= Self.least, letters.count <= 64 else { return [] }
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
  ///
  /// The columns of the table of all beginnings of both words, sixty-four cells at a time (H. Hyyrö, "A Bit-Vector
  /// Algorithm for Computing Levenshtein and Damerau Edit Distances", 2003).
  ///
  /// - Parameter left: at most 64 letters.
  static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    guard !left.isEmpty else { return right.count }
    let last = UInt64(1) << UInt64(left.count - 1)
    var (rises, falls, diagonal, before) = (UInt64.max, 0 as UInt64, 0 as UInt64, 0 as UInt64)
    var edits = left.count
    for letter in right {
      var equal: UInt64 = 0
      for place in left.indices where left[place] == letter { equal |= 1 << UInt64(place) }
      let swapped = (~diagonal & equal) << 1 & before
      diagonal = ((equal & rises) &+ rises) ^ rises | equal | falls | swapped
      var rightRises = falls | ~(diagonal | rises)
      var rightFalls = diagonal & rises
      if rightRises & last != 0 { edits += 1 }
      if rightFalls & last != 0 { edits -= 1 }
      rightRises = rightRises << 1 | 1
      rightFalls <<= 1
      rises = rightFalls | ~(diagonal | rightRises)
      falls = rightRises & diagonal
      before = equal
    }
    return edits <= limit ? edits : nil
  }
}
