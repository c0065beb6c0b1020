/// One sentence for the operator about an answer.
enum Sentence {
  /// For example `The send was answered 407: this machine's address is not … (IP Address not allowed).`
  static func about(_ row: OutcomeTable.Row, _ answer: Answer, _ call: String) -> String {
    let words = answer.message.map { " (\($0.prefix(200)))" } ?? ""
    return "\(call) was answered \(answer.codeText): \(row.note)\(words)."
  }
}
