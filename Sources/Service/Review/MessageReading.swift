import Dialogue

/// How a message was read and what it could start, with the places of all that: ``Dialogue/Explanation`` for JSON.
package struct MessageReading: Codable, Sendable {
  /// A phrase or pattern that fits, or nearly.
  package struct Candidate: Codable, Sendable {
    package var scenario: String
    package var kind: Start.Kind
    package var phrase: String
    /// `file:line:column`.
    package var place: String
    /// Which word of the message it begins at, from 1; nil if it does not fit.
    package var word: Int?
    /// What it lacked, as the end of a sentence about it; nil for the winner.
    package var lacked: String?
  }

  package var words: [String]
  /// Words that were respelled or mended, with what they were and why.
  package var respelled: [Respelled]
  package var winner: Candidate?
  /// What of the priority rule decided; nil where nothing was to be decided.
  package var stage: MessageStage?
  /// What fits too, in order.
  package var runnersUp: [Candidate]
  /// What does not fit, but shares words with the message.
  package var nearMisses: [Candidate]
  /// What the message was at the question that was open.
  package var answer: QuestionReading?

  private var rung: Rung?

  private enum CodingKeys: CodingKey {
    case words, respelled, winner, stage, runnersUp, nearMisses, answer
  }

  /// - Parameter place: how a place of the bot is written.
  package init(_ explanation: Explanation, place: (SourcePosition) -> String) {
    func candidate(_ one: Explanation.Candidate) -> Candidate {
      Candidate(
        scenario: one.scenario, kind: one.start.kind, phrase: one.start.phrase,
        place: place(one.start.position), word: one.at.map { $0 + 1 }, lacked: one.lacked)
    }
    rung = explanation.rung
    words = explanation.words
    respelled = explanation.respelled
    winner = explanation.winner.map(candidate)
    runnersUp = explanation.runnersUp.map(candidate)
    nearMisses = explanation.nearMisses.map(candidate)
  }

  /// The reading beside what really became of the message: a start that fits has not won where something came first.
  ///
  /// - Parameters:
  ///   - answer: what the message was at the question that was open, if one was.
  ///   - bot: that answered, where it is at hand.
  package mutating func settle(_ reason: Reason, at answer: QuestionReading? = nil, in bot: Bot? = nil) {
    self.answer = answer
    stage = rung.flatMap { MessageStage($0, reason, at: answer?.place ?? reason.question?.place, in: bot) }
    guard var best = winner else { return }
    if reason.match?.scenario == best.scenario {
      switch reason.winner {
      case .scenario, .answer: return
      default: break
      }
    }
    best.lacked =
      switch reason.winner {
      case .answer: "fits, but the message was the answer to the open question"
      case .retry: "fits, but the open question kept the message"
      case .closed: "fits, but the bot's hours were over"
      case .silent: "fits, but nothing was matched"
      default: "fits, but something else came first"
      }
    runnersUp.insert(best, at: 0)
    winner = nil
  }
}
