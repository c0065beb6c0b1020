import Dialogue

extension WhyReport.Question {
  /// What a message met; nil where no question was open.
  ///
  /// - Parameter bot: the version that answered; nil where it is kept no more.
  init?(_ reason: Reason, _ bot: Bot?) {
    guard let met = reason.question ?? reason.winner.question.map({ MetQuestion(place: $0) }) else {
      return nil
    }
    let question = bot?.question(at: met.place)
    place = "\(met.place)"
    tries = met.tries
    isHeld = met.isHeld == true
    expected = question?.expected
    outcome = Self.outcome(of: reason, isHeld: isHeld, question, bot)
  }

  private static func outcome(
    of reason: Reason, isHeld: Bool, _ question: Question?, _ bot: Bot?
  ) -> String {
    switch reason.winner {
    case .answer: return "the message was its answer"
    case .closed: return "it stays open: the bot's hours were over"
    case .gone: return "an edit had taken it away"
    case _ where isHeld: return "the customer had not seen it yet, so nothing is its answer"
    case .scenario where question == nil && bot != nil: return "an edit had taken it away"
    case .scenario(let name) where question?.takesAnyText == true && reason.match?.isWhole == true:
      return "\(name) is the whole message, and goes before an answer of any words"
    case .silent, .released: return "nothing was matched"
    default: return "no answer to it"
    }
  }
}

extension Question {
  /// What it takes for an answer, in a few words.
  fileprivate var expected: String {
    switch kind {
    case .ask(let expectation): expectation.written
    case .menu(let options): options.count == 1 ? "its option" : "one of its \(options.count) options"
    }
  }

  fileprivate var takesAnyText: Bool {
    if case .ask(let expectation) = kind { expectation.isFreeText } else { false }
  }
}
