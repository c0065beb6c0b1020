/// What of the priority rule decided between the starts that fit a message.
package struct Rung: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The winner starts in the middle of anything.
    case always
    /// The winner is the whole message.
    case whole
    /// The winner has more words than the others, or is alone.
    case most
    /// As many words as others, but the customer wrote it first.
    case first
    /// As many words at the same place: an `exact`, then a keyword, then what the author wrote first.
    case above
    /// Nothing fits.
    case none
  }

  package var kind: Kind
  /// The words of the winner, and of the message.
  package var count: Int
  package var of: Int
  /// How many starts it had to beat there.
  package var rivals: Int
  /// Whether nothing fitted before typos were mended.
  package var isMended: Bool

  /// - Parameters:
  ///   - matches: every start that fits, the winner first.
  ///   - isAlways: whether the scenario of a match starts in the middle of anything.
  init(_ matches: [Match], of words: Int, isMended: Bool, isAlways: (Match) -> Bool) {
    let rest = matches.dropFirst()
    of = words
    self.isMended = isMended
    guard let winner = matches.first else {
      (kind, count, rivals) = (.none, 0, 0)
      return
    }
    count = winner.count
    if isAlways(winner) {
      (kind, rivals) = (.always, rest.count { !isAlways($0) })
    } else if winner.isWhole {
      (kind, rivals) = (.whole, rest.count { $0.isWhole })
    } else {
      let equal = rest.filter { $0.count == winner.count }
      let beside = equal.filter { $0.at == winner.at }
      rivals = beside.isEmpty ? equal.count : beside.count
      kind = equal.isEmpty ? .most : beside.isEmpty ? .first : .above
    }
  }
}
