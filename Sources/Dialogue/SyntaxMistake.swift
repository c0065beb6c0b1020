/// What is wrong with something an author wrote in one of the small languages inside a value: what a question
/// expects, a pattern, a condition, opening hours.
package struct SyntaxMistake: Error, Hashable, Sendable {
  /// One sentence for the author.
  package var message: String
  /// What to do about it, where that is known without a guess.
  package var hint: String?
  /// Where it begins, in Unicode scalars from the start of the value.
  package var offset: Int
  /// How many Unicode scalars it covers; 0 at the end of the value.
  package var length: Int
  /// The word that is not known; empty if the mistake is another.
  package var word: String
  /// What is known in its place, so that a reader can ask "did you mean".
  package var candidates: [String]

  package init(
    _ message: String, offset: Int = 0, length: Int = 0, hint: String? = nil, word: String = "",
    candidates: [String] = []
  ) {
    self.message = message
    self.hint = hint
    self.offset = offset
    self.length = length
    self.word = word
    self.candidates = candidates
  }

  /// The same mistake in a value that has `count` more Unicode scalars before it.
  func shifted(by count: Int) -> Self {
    var mistake = self
    mistake.offset += count
    return mistake
  }
}

extension StringProtocol {
  /// Without whitespace and line breaks at either end.
  func trimmed() -> String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
