/// What a message is at a question, told for a person.
package struct QuestionReading: Sendable, Hashable, Codable {
  package var place: StepPlace
  /// What the question takes, as the author writes it: `number 1-100`, or `1-3 or a label` of a menu.
  package var expected: String
  /// What would be saved; nil if the message is no answer.
  package var value: String?
  /// What the slots of the expected pattern took.
  package var slots: [String: String]?
  /// The number of the chosen option, from 1.
  package var option: Int?
}

extension Bot {
  /// The places of all questions, in the order written.
  package var questions: [StepPlace] {
    let own = [options.onIdle, options.onGone].compactMap(\.self)
    return (scenarios + own).flatMap { scenario in
      scenario.program.questions.map { StepPlace(scenario: scenario.name, step: $0) }
    }
  }

  /// What `message` is at the question at `place`; nil if there is no such question.
  ///
  /// - Parameters:
  ///   - conversation: what is remembered then; a menu's labels may hold it.
  ///   - contact: who writes.
  package func read(
    _ message: String, at place: StepPlace, in conversation: Conversation = Conversation(),
    of contact: Contact = Contact(number: ""), now: Timestamp
  ) -> QuestionReading? {
    guard let question = question(at: place) else { return nil }
    let run = Run(
      conversation, contact: contact, event: Event(.message(text: message), id: 0), bot: self, now: now)
    let words = run.vocabulary(of: question)
    let reading = matcher.speller.reading(message, besides: words)
    var found = run.understand(reading.written, question)
    if found == nil, matcher.matches(reading, in: run.context).isEmpty,
      let mended = matcher.speller.mended(reading, besides: words)
    {
      found = run.understand(mended.written, question)
    }
    return QuestionReading(
      place: place, expected: run.expected(by: question), value: found?.0.value,
      slots: found.flatMap { $0.0.slots.isEmpty ? nil : $0.0.slots },
      option: found?.option.map { $0 + 1 })
  }
}

extension Run {
  fileprivate func expected(by question: Question) -> String {
    switch question.kind {
    case .ask(let expectation): return expectation.written
    case .menu(let options):
      let numbers = options.count == 1 ? "1" : "1-\(options.count)"
      return "\(numbers) or one of " + options.map { "\"\(label($0))\"" }.joined(separator: ", ")
    }
  }
}
