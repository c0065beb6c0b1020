import Testing

@testable import Dialogue

@Suite struct MatcherPropertyTests {
  /// The priority rule, written the slow and obvious way.
  private func obviousWinner(_ message: String, _ scenarios: [Scenario]) -> (String, Int)? {
    let words = PlainText.words(message)
    var best: (scenario: String, phrase: String, count: Int, at: Int)?
    for scenario in scenarios {
      for start in scenario.starts {
        let phrase = PlainText.words(start.phrase)
        guard !phrase.isEmpty, phrase.count <= words.count else { continue }
        if start.kind == .exact && phrase != words { continue }
        for at in 0...(words.count - phrase.count)
        where Array(words[at..<(at + phrase.count)]) == phrase {
          if let best, best.count > phrase.count { break }
          if let best, best.count == phrase.count, best.at <= at { break }
          best = (scenario.name, start.phrase, phrase.count, at)
          break
        }
      }
    }
    return best.map { ($0.scenario, $0.at) }
  }

  @Test("the index and a slow, obvious search agree on the winner", arguments: 0..<150)
  func agreement(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let scenarios = RandomBots.scenarios(using: &random)
    let matcher = Matcher(scenarios: scenarios)
    for _ in 0..<40 {
      let message = RandomBots.message(using: &random)
      let winner = matcher.winner(message)
      let expected = obviousWinner(message, scenarios)
      #expect(winner?.scenario == expected?.0, "seed \(seed): \(message.debugDescription)")
      #expect(winner?.at == expected?.1, "seed \(seed): \(message.debugDescription)")
    }
  }

  @Test("the order in which scenarios are written does not matter", arguments: 0..<50)
  func order(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let scenarios = RandomBots.scenarios(using: &random)
    let one = Matcher(scenarios: scenarios)
    let other = Matcher(scenarios: scenarios.shuffled(using: &random))
    for _ in 0..<40 {
      let message = RandomBots.message(using: &random)
      #expect(one.matches(message) == other.matches(message), "seed \(seed): \(message.debugDescription)")
    }
  }
}
