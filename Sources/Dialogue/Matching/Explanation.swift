/// How a message finds its answer, told for a person.
package struct Explanation: Sendable, Hashable {
  /// A start that fits, or nearly.
  package struct Candidate: Sendable, Hashable {
    package var scenario: String
    package var start: Start
    /// Where its first word stands in the message, from 0; nil if it does not fit.
    package var at: Int?
    /// What it lacked, as the end of a sentence about it; nil for the winner.
    package var lacked: String?
  }

  /// The message written plainly.
  package var words: [String]
  /// The words among them that were respelled.
  package var respelled: [Respelled] = []
  package var winner: Candidate?
  /// What of the priority rule decided.
  package var rung = Rung([], of: 0, isMended: false) { _ in false }
  /// What fits too, in order.
  package var runnersUp: [Candidate]
  /// What does not fit, but shares words with the message; nothing of the winner's scenario.
  package var nearMisses: [Candidate]
}

extension Bot {
  /// Why `message` wins what it wins.
  ///
  /// - Parameters:
  ///   - context: for dates and times in patterns.
  ///   - place: the question that was open, whose words are words of the bot then.
  package func explain(
    _ message: String, in context: AnswerContext = .anytime, at place: StepPlace? = nil
  ) -> Explanation {
    let words = place.map(vocabulary) ?? []
    var reading = matcher.speller.reading(message, besides: words)
    var matches = matcher.matches(reading, in: context)
    var isMended = false
    if matches.isEmpty, let mended = matcher.speller.mended(reading, besides: words) {
      (reading, isMended) = (mended, true)
      matches = matcher.matches(reading, in: context)
    }
    return Explanation(
      words: reading.words, respelled: reading.spelling.filter { $0.by != nil },
      winner: matches.first.flatMap { candidate($0, lacked: nil) },
      rung: Rung(matches, of: reading.words.count, isMended: isMended, isAlways: isAlways),
      runnersUp: matches.dropFirst().compactMap { match in
        matches.first.flatMap { candidate(match, lacked: lack(of: match, beside: $0)) }
      },
      nearMisses: matcher.nearMisses(reading.words, besides: matches.first?.scenario).map {
        Explanation.Candidate(scenario: $0.scenario, start: $0.start, lacked: Self.sentence($0.lack))
      })
  }

  /// The words of the question at `place`; none if it was edited away.
  private func vocabulary(of place: StepPlace) -> Set<String> {
    guard let question = question(at: place) else { return [] }
    let run = Run(
      Conversation(), contact: Contact(number: ""), event: Event(.message(text: nil), id: 0), bot: self,
      now: Timestamp(milliseconds: 0))
    return run.vocabulary(of: question)
  }

  private func candidate(_ match: Match, lacked: String?) -> Explanation.Candidate? {
    let starts = scenario(named: match.scenario)?.starts ?? []
    return starts.first { $0.kind == match.kind && $0.phrase == match.phrase }.map {
      Explanation.Candidate(scenario: match.scenario, start: $0, at: match.at, lacked: lacked)
    }
  }

  private func lack(of match: Match, beside winner: Match) -> String {
    if isAlways(winner), !isAlways(match) { return "fits, but an always-word goes before it" }
    if winner.isWhole, match.isWhole, match.kind == .pattern {
      return winner.kind == .pattern
        ? "fits the whole message too, but stands below" : "fits the whole message too, but as a pattern"
    }
    if winner.isWhole { return "is not the whole message" }
    if match.count < winner.count {
      return "has \(Self.counted(match.count)), the winner \(winner.count)"
    }
    if match.count == winner.count, match.at == winner.at {
      return match.kind == .pattern ? "is a pattern that stands below" : "is written below"
    }
    return "has as many words, but the customer wrote it later"
  }

  private func isAlways(_ match: Match) -> Bool { scenario(named: match.scenario)?.isAlways ?? false }

  private static func sentence(_ lack: NearMiss.Lack) -> String {
    switch lack {
    case .notTheWholeMessage: return "must be the whole message"
    case .wordsApart: return "has its words there, but not next to each other in this order"
    case .wordsMissing(let words):
      return "lacks " + words.map { "\"\($0)\"" }.joined(separator: ", ")
    }
  }

  private static func counted(_ words: Int) -> String { words == 1 ? "1 word" : "\(words) words" }
}
