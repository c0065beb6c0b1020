/// A kind and what bounds it, as authors write them: `text 2-60`, `date future`.
struct ExpectedPhrase {
  /// The first word, in small letters.
  let word: String
  private let wordOffset: Int
  private let rest: String
  private let restOffset: Int

  init(_ text: String) {
    let scalars = text.unicodeScalars
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    let end = scalars[start...].firstIndex { $0.properties.isWhitespace } ?? scalars.endIndex
    word = String(scalars[start..<end]).lowercased()
    wordOffset = scalars.distance(from: scalars.startIndex, to: start)
    let after = scalars[end...].firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    restOffset = scalars.distance(from: scalars.startIndex, to: after)
    rest = String(scalars[after...]).trimmed()
  }

  /// What stands after the first word, and where.
  var remainder: (text: String, offset: Int) { (rest, restOffset) }

  func unknown(_ message: String, among candidates: [String]) -> SyntaxMistake {
    SyntaxMistake(
      word.isEmpty ? "a kind is missing here" : message, offset: wordOffset,
      length: word.unicodeScalars.count,
      hint: "use one of " + candidates.joined(separator: ", "), word: word, candidates: candidates)
  }

  func finish() throws(SyntaxMistake) {
    guard !rest.isEmpty else { return }
    throw mistake("nothing may follow `\(word)`", hint: "write only \(word)")
  }

  func lengths(upTo limit: Int, byDefault lengths: ClosedRange<Int>) throws(SyntaxMistake) -> ClosedRange<Int>
  {
    if rest.isEmpty { return lengths }
    let hint = "write a range such as \(word) 2-60, or one length"
    let range = try bounds(hint)
    let lower = range.lower ?? 1
    let upper = range.upper ?? limit
    guard lower >= 1, lower <= upper, upper <= limit else {
      throw mistake("the lengths of `\(word)` go from 1 to \(limit)", hint: hint)
    }
    return lower...upper
  }

  func numbers() throws(SyntaxMistake) -> NumberRange {
    rest.isEmpty
      ? NumberRange() : try bounds("write a range such as number 1-100, or number 1- without an end")
  }

  func dates() throws(SyntaxMistake) -> DateExpectation {
    if rest.isEmpty { return .any }
    if let dates = DateExpectation(rawValue: rest.lowercased()) { return dates }
    throw SyntaxMistake(
      "\"\(rest)\" does not go with `date`", offset: restOffset, length: rest.unicodeScalars.count,
      hint: "write date, date future or date past", word: rest, candidates: ["future", "past", "any"])
  }

  /// Reads `16`, `2-60`, `2-` and `-5-10`.
  private func bounds(_ hint: String) throws(SyntaxMistake) -> NumberRange {
    // `2 60` is a range without its dash, not 260.
    let words = rest.split(whereSeparator: \.isWhitespace)
    for (left, right) in zip(words, words.dropFirst())
    where left.last?.isNumber == true && right.first?.isNumber == true {
      throw mistake("\"\(rest)\" is no range", hint: hint)
    }
    let compact = rest.filter { !$0.isWhitespace }.replacing("–", with: "-").replacing("..", with: "-")
    let negative = compact.hasPrefix("-")
    let body = negative ? String(compact.dropFirst()) : compact
    let dash = body.firstIndex(of: "-")
    let first = number(body[..<(dash ?? body.endIndex)]).map { negative ? -$0 : $0 }
    guard let lower = first else { throw mistake("\"\(rest)\" is no range", hint: hint) }
    guard let dash else { return NumberRange(from: lower, to: lower) }
    var last = body[body.index(after: dash)...]
    if last.isEmpty { return NumberRange(from: lower) }
    let lastIsNegative = last.hasPrefix("-")
    if lastIsNegative { last.removeFirst() }
    guard let upper = number(last).map({ lastIsNegative ? -$0 : $0 }) else {
      throw mistake("\"\(rest)\" is no range", hint: hint)
    }
    guard lower <= upper else {
      throw mistake("the range \(rest) ends before it begins", hint: "write \(upper)-\(lower)")
    }
    return NumberRange(from: lower, to: upper)
  }

  private func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  private func mistake(_ message: String, hint: String) -> SyntaxMistake {
    SyntaxMistake(message, offset: restOffset, length: rest.unicodeScalars.count, hint: hint)
  }
}
