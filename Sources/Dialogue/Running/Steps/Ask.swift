extension Run {
  /// `ask` and `menu`: the question is open until an answer, a timeout or a way out.
  mutating func ask(_ question: Question, at place: StepPlace) -> Flow {
    leaveAside()
    // What asks on goes on: the session too.
    conversation.returns.removeAll { $0 == .sessionEnd }
    conversation.serial += 1
    ask(
      question,
      again: OpenQuestion(
        place: place, signature: question.signature, serial: conversation.serial, closesAt: now))
    return .wait
  }
}
