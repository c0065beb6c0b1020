/// A place in a pattern that a customer fills: `{number:digits 4-8}`.
package struct PatternSlot: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// As few words as it can, so many characters long.
    case text(ClosedRange<Int>)
    /// One word, so many characters long.
    case word(ClosedRange<Int>)
    case number(NumberRange)
    /// A run of so many digits.
    case digits(ClosedRange<Int>)
    case phone
    case date(DateExpectation)
    case time
  }

  /// The variable it fills.
  package var name: String
  package var kind: Kind

  /// The most digits that a slot or a question may ask for.
  static let digits = 40

  /// The most tokens a value may have.
  var longest: Int {
    switch kind {
    case .text, .word: .max
    case .digits: 1
    case .number: 14
    case .phone: 8
    case .date: 6
    case .time: 7
    }
  }

  /// Whether a value may begin with `token`.
  func mayBegin(with token: WrittenMessage.Token) -> Bool {
    switch kind {
    case .text, .word: !token.isLineBreak
    case .digits, .phone: token.isNumeric
    case .number: token.isNumeric || NumberWords.isKnown(token.written)
    case .date: token.isNumeric || DateReader.isKnown(token.written)
    case .time: token.isNumeric || TimeReader.isKnown(token.written)
    }
  }

  /// What is saved for the tokens `range` of `message`; nil if they are no such value.
  ///
  /// Text and word slots save as typed.
  func value(_ range: Range<Int>, of message: WrittenMessage, in context: AnswerContext) -> String? {
    let tokens = message.tokens[range]
    guard let first = tokens.first, mayBegin(with: first) else { return nil }
    switch kind {
    case .text(let lengths), .word(let lengths):
      guard lengths.contains(message.length(of: range)) else { return nil }
      return message.typed(range)
    case .digits(let lengths):
      let isRun = tokens.count == 1 && first.isNumeric && lengths.contains(first.written.utf8.count)
      return isRun ? first.written : nil
    case .number(let numbers):
      return NumberReader.number(message.whole(range)).flatMap { numbers.contains($0) ? String($0) : nil }
    case .phone:
      return message.phoneNumber(range).flatMap { PhoneNumber.answered($0) }
    case .date(let expectation):
      return DateReader.date(message.parts[range], expectation, in: context)?.iso
    case .time:
      return message.spansHours(tokens) ? nil : TimeReader.time(message.parts[range])
    }
  }
}

extension WrittenMessage {
  /// How many characters the tokens `range` have, and what stands between them.
  func length(of range: Range<Int>) -> Int {
    guard let last = range.last else { return 0 }
    return tokens[last].end - tokens[range.lowerBound].start
  }

  /// The tokens `range`, which are not none, as the customer typed them.
  func whole(_ range: Range<Int>) -> Substring {
    let (first, last) = (tokens[range.lowerBound].range, tokens[range.upperBound - 1].range)
    return text[first.lowerBound..<max(first.upperBound, last.upperBound)]
  }

  /// The same with the plus before them; nil if they are not digits alone, or too few for a phone number.
  func phoneNumber(_ range: Range<Int>) -> Substring? {
    var digits = 0
    for place in range {
      guard tokens[place].isNumeric else { return nil }
      digits += tokens[place].written.utf8.count
    }
    guard digits >= PhoneNumber.leastDigits else { return nil }
    let number = whole(range)
    let before = text[..<number.startIndex]
    // Finding where a character begins is dear, so it is asked for its last scalar first.
    return before.unicodeScalars.last == "+" && before.last == "+"
      ? text[before.index(before: before.endIndex)..<number.endIndex] : number
  }

  /// The tokens `range` as the customer typed them, without the marks of a sentence around them.
  func typed(_ range: Range<Int>) -> String {
    guard let last = range.last else { return "" }
    let first = range.lowerBound
    let opensChunk = first == 0 || tokens[first - 1].chunk != tokens[first].chunk
    let closesChunk = last + 1 == tokens.count || tokens[last + 1].chunk != tokens[last].chunk
    let start = opensChunk ? tokens[first].chunk.lowerBound : tokens[first].range.lowerBound
    let end = closesChunk ? tokens[last].chunk.upperBound : tokens[last].range.upperBound
    var typed = text[start..<max(start, end)]
    let marks = ".,;:!?…"
    while let mark = typed.last, marks.contains(mark) || mark.isWhitespace { typed.removeLast() }
    while let mark = typed.first, marks.contains(mark) || mark.isWhitespace { typed.removeFirst() }
    return String(typed)
  }
}
