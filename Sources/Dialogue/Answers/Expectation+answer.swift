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
        DigitsAnswer.digits(message.text, written: message.written).flatMap {
          lengths.contains($0.utf8.count) ? Answer($0) : nil
        }
      }
    case .phone:
      return Politeness.retrying(message) { message in
        guard !message.endsInLetters else { return nil }
        return PhoneNumber.answered(message.text).map { Answer($0) }
      }
    case .email:
      let begin = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
      return Politeness.retrying(message) { message in
        guard !message.hasSeveralChunks, begin < message.text.endIndex else { return nil }
        let address = message.text[begin...].trimmed()
        return EmailAddress.isValid(address) ? Answer(address) : nil
      }
    case .date(let expectation):
      return Politeness.retrying(message) { message in
        DateReader.date(message.parts, expectation, in: context).map { Answer($0.iso) }
      }
    case .time:
      if message.spansHours(message.tokens[...]) { return nil }
      return Politeness.retrying(message) { TimeReader.time($0.parts).map { Answer($0) } }
    case .yesNo:
      return Politeness.retrying(message) { message in
        YesNo.isYes(message.text, message.words).map { Answer($0 ? "yes" : "no") }
      }
    case .oneOf(let listed):
      let entries = listed.map { (words: PlainText.words($0), entry: $0) }
      return Politeness.retrying(message) { message in
        entries.first { message.words.elementsEqual($0.words) }.map { Answer($0.entry) }
      }
    case .pattern(let pattern):
      return pattern.match(message, in: context).map { Answer(text.trimmed(), slots: $0.values) }
    case .media: return nil
    }
  }
}
