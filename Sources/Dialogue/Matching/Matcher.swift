/// Finds the start that wins a message, by the priority rule of the scenario language.
///
/// A phrase that is the whole message comes first; then the one with most words; then the one the customer wrote
/// first. What is left (the same phrase twice, which no checked bot has) goes to `exact`, then to the order written.
package struct Matcher: Sendable {
  /// A start and the plain words that are compared.
  struct Phrase: Sendable {
    var scenario: String
    var start: Start
    var words: [String]
  }

  let phrases: [Phrase]
  private let index: PhraseIndex

  package init(scenarios: [Scenario]) {
    phrases = scenarios.flatMap { scenario in
      scenario.starts.map {
        Phrase(scenario: scenario.name, start: $0, words: PlainText.words($0.phrase))
      }
    }
    index = PhraseIndex(phrases.map(\.words))
  }

  /// Every start that fits `message`, the winner first, then by what they lacked; empty if none fits.
  ///
  /// A phrase that stands in the message several times is listed once, at its first place.
  package func matches(_ message: String) -> [Match] {
    matches(words: PlainText.words(message))
  }

  /// The same for a message already written plainly.
  package func matches(words: [String]) -> [Match] {
    var found = index.occurrences(in: words).filter {
      phrases[$0.phrase].start.kind == .keyword || $0.count == words.count
    }
    found.sort { rank(of: $0, in: words) < rank(of: $1, in: words) }
    return found.map { occurrence in
      let phrase = phrases[occurrence.phrase]
      return Match(
        scenario: phrase.scenario, kind: phrase.start.kind, phrase: phrase.start.phrase, message: words,
        at: occurrence.at, count: occurrence.count)
    }
  }

  /// The start that wins `message`; nil if none fits.
  package func winner(_ message: String) -> Match? { matches(message).first }

  /// The smaller, the better; a phrase that is the whole message is by that the one with most words.
  private func rank(of occurrence: PhraseIndex.Occurrence, in words: [String]) -> (Int, Int, Int, Int) {
    (
      -occurrence.count, occurrence.at,
      phrases[occurrence.phrase].start.kind == .exact ? 0 : 1, occurrence.phrase
    )
  }
}
