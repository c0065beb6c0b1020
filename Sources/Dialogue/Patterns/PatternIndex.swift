/// Finds the patterns that a message may fit by a word each of them must have, the one that fewest others have.
struct PatternIndex: Sendable {
  private var byWord: [String: [Int]] = [:]
  /// Those without a word that is always there.
  private var others: [Int] = []

  init(_ patterns: [Pattern]) {
    var frequency: [String: Int] = [:]
    for word in patterns.lazy.flatMap(\.required) { frequency[word, default: 0] += 1 }
    for (number, pattern) in patterns.enumerated() {
      let rarest = pattern.required.min { (frequency[$0] ?? 0, $0) < (frequency[$1] ?? 0, $1) }
      if let rarest { byWord[rarest, default: []].append(number) } else { others.append(number) }
    }
  }

  /// The numbers of the patterns worth a try, each once.
  func candidates(in places: MessagePlaces) -> [Int] {
    byWord.isEmpty ? others : others + places.vocabulary.flatMap { byWord[$0] ?? [] }
  }
}
