/// One sentence for the operator about an answer.
enum Sentence {
  /// For example `The send was answered 407: this machine's address is not on ….`
  static func about(_ row: OutcomeTable.Row, _ answer: Answer, to call: ProviderCall) -> String {
    "\(call.subject) was answered \(answer.codeText): \(row.note)."
  }

  /// The provider's own words, as far as anybody reads.
  static func words(_ answer: Answer) -> String? {
    answer.message.flatMap { $0.isEmpty ? nil : String($0.prefix(200)) }
  }
}
