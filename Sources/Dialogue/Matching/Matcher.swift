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
  let patterns: [(phrase: Phrase, pattern: Pattern)]
  private let index: PhraseIndex
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
    speller = Speller(vocabulary: vocabulary, spelling: spelling, typos: typos)
  }

  /// Every start that fits `message`, the winner first, then by what they lacked; empty if none fits.
  ///
  /// A start that fits several times is listed once, at its best place.
  package func matches(_ reading: Reading, in context: AnswerContext) -> [Match] {
    var found = phrases(in: reading.words)
    if !patterns.isEmpty { found += patterns(in: reading.written, context) }
    guard found.count > 1 else { return found.map(\.match) }
    found.sort { $0.rank < $1.rank }
    var seen: Set<Start.Phrase> = []
    return found.map(\.match).filter { seen.insert(Start.Phrase($0)).inserted }
  }

  private func phrases(in words: [String]) -> [(rank: Rank, match: Match)] {
    index.occurrences(in: words).compactMap { occurrence in
      let phrase = phrases[occurrence.phrase]
      let isWhole = occurrence.count == words.count
      guard isWhole || phrase.start.kind == .keyword else { return nil }
      let match = Match(
        scenario: phrase.scenario, kind: phrase.start.kind, phrase: phrase.start.phrase, message: words,
        at: occurrence.at, count: occurrence.count, isWhole: isWhole)
      return (Rank(match, isAlways: phrase.isAlways, order: occurrence.phrase), match)
    }
  }

  private func patterns(in message: WrittenMessage, _ context: AnswerContext) -> [(rank: Rank, match: Match)]
  {
    let values = ValueEnds(message, context)
    return patterns.enumerated().compactMap { order, candidate in
      let (phrase, pattern) = candidate
      guard let fit = pattern.match(message, in: context, values: values) else { return nil }
      let match = Match(
        scenario: phrase.scenario, kind: .pattern, phrase: phrase.start.phrase, message: message.words,
        at: fit.at, count: fit.count, isWhole: fit.isWhole, slots: fit.values,
        slotNames: pattern.slots.map(\.name))
      return (Rank(match, isAlways: phrase.isAlways, order: order), match)
    }
  }

  /// The smaller, the better.
  private struct Rank: Comparable {
    private let isNotAlways: Int
    private let isPart: Int
    /// Of a pattern that is the whole message, from 1: those compete top to bottom, behind every keyword.
    private let wholePattern: Int
    private let missing: Int
    private let at: Int
    private let kind: Int
    private let order: Int

    init(_ match: Match, isAlways: Bool, order: Int) {
      let isPattern = match.kind == .pattern
      isNotAlways = isAlways ? 0 : 1
      isPart = match.isWhole ? 0 : 1
      wholePattern = match.isWhole && isPattern ? order + 1 : 0
      missing = -match.count
      at = match.at
      kind = isPattern ? 2 : match.kind == .exact ? 0 : 1
      self.order = order
    }

    private var first: (Int, Int, Int) { (isNotAlways, isPart, wholePattern) }
    private var second: (Int, Int, Int, Int) { (missing, at, kind, order) }

    static func < (left: Self, right: Self) -> Bool {
      left.first == right.first ? left.second < right.second : left.first < right.first
    }
  }
}

extension Start {
  /// Which start of which scenario a match is of.
  fileprivate struct Phrase: Hashable {
    var scenario: String
    var kind: Kind
    var phrase: String

    init(_ match: Match) {
      scenario = match.scenario
      kind = match.kind
      phrase = match.phrase
    }
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
    matches(message, in: context).first
  }
}
