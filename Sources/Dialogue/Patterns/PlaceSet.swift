/// Places of a message, sixty-four at a time; the last place comes first, so that a shift goes towards the beginning.
struct PlaceSet: Sendable, Hashable {
  /// As many places as there are tokens, and the end.
  let count: Int
  private(set) var words: [UInt64]

  init(count: Int) {
    self.count = count
    words = Array(repeating: 0, count: (count + 63) / 64)
  }

  init(count: Int, where contains: (Int) -> Bool) {
    self.init(count: count)
    for place in 0..<count where contains(place) { insert(place) }
  }

  private func bit(of place: Int) -> Int { count - 1 - place }

  mutating func insert(_ place: Int) {
    let bit = bit(of: place)
    words[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  func contains(_ place: Int) -> Bool {
    let bit = bit(of: place)
    return words[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Nil if there is none.
  var last: Int? {
    guard let word = words.firstIndex(where: { $0 != 0 }) else { return nil }
    return count - 1 - (word << 6 + words[word].trailingZeroBitCount)
  }

  /// The first of these from `place` on; nil if there is none.
  func first(from place: Int) -> Int? {
    let bit = bit(of: place)
    guard bit >= 0 else { return nil }
    var word = bit >> 6
    var bits = words[word] & (.max >> UInt64(63 - bit & 63))
    while bits == 0 {
      guard word > 0 else { return nil }
      word -= 1
      bits = words[word]
    }
    return count - 1 - (word << 6 + 63 - bits.leadingZeroBitCount)
  }

  mutating func formUnion(_ other: PlaceSet) {
    for word in words.indices { words[word] |= other.words[word] }
  }

  mutating func formIntersection(_ other: PlaceSet) {
    for word in words.indices { words[word] &= other.words[word] }
  }

  func intersection(_ other: PlaceSet) -> PlaceSet {
    var both = self
    both.formIntersection(other)
    return both
  }

  /// The places from which it is one step to one of these.
  func before() -> PlaceSet {
    var moved = PlaceSet(count: count)
    var carry: UInt64 = 0
    for word in words.indices {
      moved.words[word] = words[word] << 1 | carry
      carry = words[word] >> 63
    }
    moved.clearSurplus()
    return moved
  }

  /// The places of `set` from which it is one step to one of these.
  func before(in set: PlaceSet) -> PlaceSet {
    var moved = set
    var carry: UInt64 = 0
    for word in words.indices {
      moved.words[word] &= words[word] << 1 | carry
      carry = words[word] >> 63
    }
    return moved
  }

  /// Adds the places of `set` from which it is so many steps to one of `ends`, fewer than 64.
  mutating func formUnion(of set: PlaceSet, before ends: PlaceSet, by steps: Int) {
    let steps = UInt64(steps)
    var carry: UInt64 = 0
    for word in words.indices {
      let bits = ends.words[word]
      words[word] |= (bits << steps | carry) & set.words[word]
      carry = bits >> (64 - steps)
    }
  }

  /// These, and the places before them that are reached by steps from places in `passable`.
  ///
  /// A sum does it: where these are added to a run of passable places, the carry runs to the end of the run (MatchStar,
  /// R. Cameron et al., "Bitwise Data Parallelism in Regular Expression Matching", 2014).
  func spread(through passable: PlaceSet) -> PlaceSet {
    var reached = PlaceSet(count: count)
    var carry: UInt64 = 0
    for word in words.indices {
      let (from, through) = (words[word], passable.words[word])
      let (half, first) = (from & through).addingReportingOverflow(through)
      let (sum, second) = half.addingReportingOverflow(carry)
      carry = first || second ? 1 : 0
      reached.words[word] = (sum ^ through) | from
    }
    reached.clearSurplus()
    return reached
  }

  private mutating func clearSurplus() {
    if count & 63 != 0, let last = words.indices.last { words[last] &= 1 << UInt64(count & 63) - 1 }
  }
}
