/// Why a turn went the way it did; kept with the event, shown by `explain`, `chat` and `why`.
package struct Reason: Sendable, Hashable, Codable {
  package enum Winner: Sendable, Hashable, Codable {
    case scenario(String)
    /// The open question got its answer.
    case answer(StepPlace)
    /// The open question got an answer that is none.
    case retry(StepPlace)
    /// The n-th default in a row, from 1.
    case fallback(miss: Int)
    case mediaFallback
    /// The bot's hours are over.
    case closed
    case timer(TimerKind)
    case callEnded(StepPlace)
    /// The open question was edited away.
    case gone(StepPlace)
    /// A step's `not_sent`.
    case notSent(StepPlace)
    /// The chat panel was given back to the bot.
    case released
    /// Nothing is said, and why.
    case silent(String)
  }

  package var winner: Winner
  /// How the winner was found; nil where nothing was matched.
  package var match: Match?
  /// Scenarios entered, in order.
  package var path: [String]
  /// The question that was open when the customer wrote, whoever won; nil if there was none, or nobody noted it.
  package var question: MetQuestion?
  /// Whether it was the customer's first message, or the first within the bot's hours; nil is no, or not noted.
  package var isFirst: Bool?

  package init(
    winner: Winner, match: Match? = nil, path: [String] = [], question: MetQuestion? = nil,
    isFirst: Bool? = nil
  ) {
    self.winner = winner
    self.match = match
    self.path = path
    self.question = question
    self.isFirst = isFirst
  }
}
