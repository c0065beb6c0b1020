/// The starts that fit one message.
package struct FittingStarts: Sendable {
  /// How one fits.
  struct Fit: Sendable {
    /// Its place among the phrases, or among the patterns.
    var order: Int
    var at: Int
    var count: Int
    var isWhole: Bool
    var slots: [String: String] = [:]
  }

  private let message: [String]
  private var found: [(phrase: Matcher.Phrase, fit: Fit, rank: Rank)] = []

  init(_ message: [String]) { self.message = message }

  mutating func add(_ phrase: Matcher.Phrase, _ fit: Fit) {
    found.append((phrase, fit, Rank(phrase, fit)))
  }

  /// The start that wins; nil if none fits.
  package var winner: Match? { best(of: found.indices) }

  /// The start that wins among those that are the whole message and of whose scenario `isAllowed` says yes.
  func wholeWinner(where isAllowed: (String) -> Bool) -> Match? {
    best(of: found.indices.filter { found[$0].fit.isWhole && isAllowed(found[$0].phrase.scenario) })
  }

  /// All, the winner first, each once, at its best place.
  var matches: [Match] {
    var seen: Set<Matcher.Phrase.Name> = []
    return found.indices.sorted { found[$0].rank < found[$1].rank }
      .filter { seen.insert(found[$0].phrase.name).inserted }.map(match)
  }

  private func best(of indices: some Sequence<Int>) -> Match? {
    indices.min { found[$0].rank < found[$1].rank }.map(match)
  }

  private func match(_ index: Int) -> Match {
    let (phrase, fit, _) = found[index]
    return Match(
      scenario: phrase.scenario, kind: phrase.start.kind, phrase: phrase.start.phrase, message: message,
      at: fit.at, count: fit.count, isWhole: fit.isWhole, slots: fit.slots,
      slotNames: phrase.start.pattern?.slots.map(\.name) ?? [])
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

    init(_ phrase: Matcher.Phrase, _ fit: Fit) {
      let isPattern = phrase.start.kind == .pattern
      isNotAlways = phrase.isAlways ? 0 : 1
      isPart = fit.isWhole ? 0 : 1
      wholePattern = fit.isWhole && isPattern ? fit.order + 1 : 0
      missing = -fit.count
      at = fit.at
      kind = isPattern ? 2 : phrase.start.kind == .exact ? 0 : 1
      order = fit.order
    }

    private var first: (Int, Int, Int) { (isNotAlways, isPart, wholePattern) }
    private var second: (Int, Int, Int, Int) { (missing, at, kind, order) }

    static func < (left: Self, right: Self) -> Bool {
      left.first == right.first ? left.second < right.second : left.first < right.first
    }
  }
}

extension Matcher.Phrase {
  /// Which start of which scenario it is.
  fileprivate struct Name: Hashable {
    var scenario: String
    var kind: Start.Kind
    var phrase: String
  }

  fileprivate var name: Name { Name(scenario: scenario, kind: start.kind, phrase: start.phrase) }
}
