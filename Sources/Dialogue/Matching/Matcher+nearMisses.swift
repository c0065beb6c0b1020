/// A start that nearly fits a message, for people who wonder why it did not win.
package struct NearMiss: Sendable, Hashable {
  package enum Lack: Sendable, Hashable {
    /// `exact`: its words are there, but others too.
    case notTheWholeMessage
    /// All its words are there, but not next to each other in this order.
    case wordsApart
    /// Some of its words are there; these are not.
    case wordsMissing([String])
  }

  package var scenario: String
  package var start: Start
  package var lack: Lack
}

extension Matcher {
  /// The starts that share words with a message and do not fit, nearest first.
  ///
  /// This looks at every phrase: it is for `explain`, not for answering.
  ///
  /// - Parameters:
  ///   - words: the message's, plain and respelled where they were.
  ///   - winner: a scenario that is left out.
  package func nearMisses(
    _ words: [String], besides winner: String? = nil, limit: Int = 5
  ) -> [NearMiss] {
    let there = Set(words)
    var found: [(miss: NearMiss, share: Double)] = []
    for phrase in phrases where phrase.scenario != winner {
      let missing = phrase.words.filter { !there.contains($0) }
      guard missing.count < phrase.words.count else { continue }
      let lack: NearMiss.Lack
      if !missing.isEmpty {
        lack = .wordsMissing(missing)
      } else if !Self.stands(phrase.words, in: words) {
        lack = .wordsApart
      } else if phrase.start.kind == .exact && phrase.words.count < words.count {
        lack = .notTheWholeMessage
      } else {
        continue
      }
      let share = Double(phrase.words.count - missing.count) / Double(phrase.words.count)
      found.append((NearMiss(scenario: phrase.scenario, start: phrase.start, lack: lack), share))
    }
    let order = found.indices.sorted { (-found[$0].share, $0) < (-found[$1].share, $1) }
    return order.prefix(limit).map { found[$0].miss }
  }

  private static func stands(_ phrase: [String], in words: [String]) -> Bool {
    guard phrase.count <= words.count else { return false }
    return (0...(words.count - phrase.count)).contains { words[$0...].starts(with: phrase) }
  }
}
