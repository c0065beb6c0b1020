/// The shape of a message, as `INV-{number:digits 4-8}` or `cari {what:text}`.
///
/// Words, slots, `[optional]` parts, `(one|or other)`, and `...` at either end for anything. Matching takes time in
/// proportion to the message's length, whatever the pattern and the message are.
package struct Pattern: Sendable, Hashable {
  /// As the author typed it.
  package let source: String
  let lines: [PatternLine]
  let program: PatternProgram
  /// The plain words that stand in every message it fits.
  let required: Set<String>
  /// The plain words in it; they are words of the bot.
  package let vocabulary: Set<String>
  /// The slots, in the order written; a name may stand in several alternatives.
  package let slots: [PatternSlot]

  /// Reads a pattern.
  ///
  /// - Parameter synonyms: what `@name` stands for: any of these phrases.
  package init(parsing source: String, synonyms: [String: [String]] = [:]) throws(SyntaxMistake) {
    var reader = PatternReader(source, synonyms: synonyms)
    lines = try reader.lines()
    self.source = source
    program = PatternProgram(lines)
    vocabulary = reader.vocabulary
    let parts = lines.flatMap { if case .parts(let nodes, _, _) = $0 { nodes } else { [PatternNode]() } }
    required = Set(parts.required)
    slots = parts.slots
  }

  /// Whether it has a `text` slot, so that an always-word goes before it.
  package var isFreeText: Bool {
    slots.contains { if case .text = $0.kind { true } else { false } }
  }

  /// How the pattern fits `message`; nil if it does not.
  package func match(_ message: WrittenMessage, in context: AnswerContext) -> PatternMatch? {
    match(MessagePlaces(message, context))
  }

  func match(_ places: MessagePlaces) -> PatternMatch? {
    guard required.allSatisfy(places.contains) else { return nil }
    var run = PatternRun(program, places)
    return run.match()
  }
}

/// How a pattern fits a message.
package struct PatternMatch: Sendable, Hashable {
  /// The value of each slot that took part, as it is saved.
  package var values: [String: String]
  /// How many words of the message fit words of the pattern; what fits slots and `...` is not counted.
  package var count: Int
  /// The number of the first word that is not left to `...`, from 0.
  package var at: Int
  /// Whether nothing was left to `...`.
  package var isWhole: Bool
}
