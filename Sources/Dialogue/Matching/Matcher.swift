/// Finds the start that wins a message, by the priority rule of the scenario language.
///
/// Always-words come first; then a phrase that is the whole message, a keyword before a pattern; then the one with
/// most words; then the one the customer wrote first. What is left (the same phrase twice, which no checked bot has)
/// goes to `exact`, then to the order written.
package struct Matcher: Sendable {
  /// A start and the plain words that are compared; a start with synonyms has several.
  struct Phrase: Sendable {
    var scenario: String
    var isAlways: Bool
    var start: Start
    var words: [String]
  }

  let phrases: [Phrase]
  private let patterns: [(phrase: Phrase, pattern: Pattern)]
  private let index: PhraseIndex
  private let patternIndex: PatternIndex
  /// The plain words of all phrases and patterns.
  package let vocabulary: Set<String>
  package let speller: Speller

  package init(scenarios: [Scenario], spelling: Bool = true, typos: Bool = true) {
    var phrases: [Phrase] = []
    var patterns: [(Phrase, Pattern)] = []
    var vocabulary: Set<String> = []
    for scenario in scenarios {
      for start in scenario.starts {
        var phrase = Phrase(scenario: scenario.name, isAlways: scenario.isAlways, start: start, words: [])
        if let pattern = start.pattern {
          patterns.append((phrase, pattern))
          vocabulary.formUnion(pattern.vocabulary)
          continue
        }
        for variant in start.variants.isEmpty ? [start.phrase] : start.variants {
          phrase.words = PlainText.words(variant)
          vocabulary.formUnion(phrase.words)
          phrases.append(phrase)
        }
      }
    }
    self.phrases = phrases
    self.patterns = patterns
    self.vocabulary = vocabulary
    index = PhraseIndex(phrases.map(\.words))
    patternIndex = PatternIndex(patterns.map(\.1))
    speller = Speller(
      vocabulary: vocabulary, spelling: spelling, typos: typos, needsPlaces: !patterns.isEmpty)
  }

  /// Every start that fits a message, in no order that means anything; one may stand there several times.
  package func starts(fitting reading: Reading, in context: AnswerContext) -> FittingStarts {
    let words = reading.words
    var starts = FittingStarts(words)
    for occurrence in index.occurrences(in: words) {
      let phrase = phrases[occurrence.phrase]
      let isWhole = occurrence.count == words.count
      guard isWhole || phrase.start.kind == .keyword else { continue }
      starts.add(
        phrase,
        FittingStarts.Fit(
          order: occurrence.phrase, at: occurrence.at, count: occurrence.count, isWhole: isWhole))
    }
    guard !patterns.isEmpty else { return starts }
    let places = MessagePlaces(reading.written, context)
    for order in patternIndex.candidates(in: places) {
      guard let fit = patterns[order].pattern.match(places) else { continue }
      starts.add(
        patterns[order].phrase,
        FittingStarts.Fit(order: order, at: fit.at, count: fit.count, isWhole: fit.isWhole, slots: fit.values)
      )
    }
    return starts
  }

  /// Every start that fits a message, the winner first, then by what they lacked; empty if none fits.
  ///
  /// A start that fits several times is listed once, at its best place.
  package func matches(_ reading: Reading, in context: AnswerContext) -> [Match] {
    starts(fitting: reading, in: context).matches
  }
}

extension Matcher {
  /// Every start that fits a message as it is written, the winner first.
  package func matches(_ message: String, in context: AnswerContext = .anytime) -> [Match] {
    matches(
      Reading(text: message, spelling: PlainText.words(message).map { Respelled($0) }), in: context)
  }

  /// The start that wins `message` as it is written; nil if none fits.
  package func winner(_ message: String, in context: AnswerContext = .anytime) -> Match? {
    starts(
      fitting: Reading(text: message, spelling: PlainText.words(message).map { Respelled($0) }), in: context
    ).winner
  }
}
