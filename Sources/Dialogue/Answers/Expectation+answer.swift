extension Expectation {
  /// What `text` is saved as; nil if it is no valid answer. A text is never valid where media are expected.
  package func answer(_ text: String, in context: AnswerContext) -> Answer? {
    answer(WrittenMessage(text), in: context)
  }

  /// The same for a message whose words may be respelled: that counts for listed words and patterns alone.
  package func answer(_ message: WrittenMessage, in context: AnswerContext) -> Answer? {
    let text = message.text
    switch self {
    case .text(let lengths):
      let typed = text.trimmed()
      return lengths.contains(typed.count) ? Answer(typed) : nil
    case .number(let range):
      return Politeness.retrying(message) { message in
        guard let number = NumberReader.number(message.text), range.contains(number) else { return nil }
        return Answer(String(number))
      }
    case .digits(let lengths):
      return Politeness.retrying(message) { message in
        DigitsAnswer.digits(message.text).flatMap { lengths.contains($0.utf8.count) ? Answer($0) : nil }
      }
    case .phone:
      return Politeness.retrying(message) { PhoneNumber.answered($0.text).map { Answer($0) } }
    case .email:
      return Politeness.retrying(message) { message in
        let address = message.text.trimmed()
        return EmailAddress.isValid(address) ? Answer(address) : nil
      }
    case .date(let expectation):
      return Politeness.retrying(message) { message in
        DateReader.date(message.writtenParts, expectation, in: context).map { Answer($0.iso) }
      }
    case .time:
      if message.spansHours(message.tokens[...]) { return nil }
      return Politeness.retrying(message) { TimeReader.time($0.writtenParts).map { Answer($0) } }
    case .yesNo:
      return Politeness.retrying(message) { message in
        YesNo.isYes(message.text, words: message.words).map { Answer($0 ? "yes" : "no") }
      }
    case .oneOf(let listed):
      return Politeness.retrying(message) { message in
        listed.first { PlainText.words($0) == message.words }.map { Answer($0) }
      }
    case .pattern(let pattern):
      return pattern.match(message, in: context).map { Answer(text.trimmed(), slots: $0.values) }
    case .media: return nil
    }
  }
}

extension WrittenMessage {
  /// The words as typed, cut between letters and digits.
  var writtenParts: [String] { tokens.lazy.filter { !$0.isLineBreak }.map(\.written) }
}
