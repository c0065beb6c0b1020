extension Condition {
  /// Reads the value of `if`.
  package init(parsing source: String) throws(SyntaxMistake) {
    var reader = ConditionReader(source, try ConditionLexer.tokens(of: source))
    self = try reader.condition()
  }
}

/// Reads a condition: `or` binds least, then `and`, then `not`.
struct ConditionReader {
  typealias Token = ConditionLexer.Token

  private let source: [Unicode.Scalar]
  private let tokens: [Token]
  private var index = 0
  private var depth = 0

  init(_ source: String, _ tokens: [Token]) {
    self.source = Array(source.unicodeScalars)
    self.tokens = tokens
  }

  mutating func condition() throws(SyntaxMistake) -> Condition {
    let condition = try either()
    guard index == tokens.count else {
      throw mistake("this does not belong to the condition before it", hint: "join conditions with and or or")
    }
    return condition
  }

  private var next: Token? { index < tokens.count ? tokens[index] : nil }

  private mutating func take(_ words: String...) -> Bool {
    for (offset, word) in words.enumerated() {
      guard index + offset < tokens.count, tokens[index + offset].kind != .quoted,
        tokens[index + offset].text.lowercased() == word
      else { return false }
    }
    index += words.count
    return true
  }

  private func mistake(
    _ message: String, at place: Int? = nil, hint: String? = nil, candidates: [String] = []
  ) -> SyntaxMistake {
    let place = place ?? index
    guard place < tokens.count else {
      return SyntaxMistake(message, offset: source.count, hint: hint, candidates: candidates)
    }
    let token = tokens[place]
    return SyntaxMistake(
      message, offset: token.range.lowerBound, length: token.range.count, hint: hint, word: token.text,
      candidates: candidates)
  }

  private mutating func either() throws(SyntaxMistake) -> Condition {
    var conditions = [try both()]
    while take("or") { conditions.append(try both()) }
    return conditions.count == 1 ? conditions[0] : .any(conditions)
  }

  private mutating func both() throws(SyntaxMistake) -> Condition {
    var conditions = [try single()]
    while take("and") { conditions.append(try single()) }
    return conditions.count == 1 ? conditions[0] : .all(conditions)
  }

  private mutating func single() throws(SyntaxMistake) -> Condition {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 30 else { throw mistake("this condition has too many brackets and nots in each other") }
    if take("not") { return .not(try single()) }
    if next?.text == "(", next?.kind == .mark {
      let open = index
      index += 1
      let condition = try either()
      guard take(")") else { throw mistake("this ( has no ) after it", at: open) }
      return condition
    }
    return try comparison()
  }

  private mutating func comparison() throws(SyntaxMistake) -> Condition {
    let place = index
    let name = try name()
    if name.hasPrefix("hours."), name.split(separator: ".").count == 2 {
      let hours = String(name.dropFirst("hours.".count))
      if take("is", "open") { return .isOpen(hours: hours) }
      if take("is", "not", "open") || take("is", "closed") { return .not(.isOpen(hours: hours)) }
      throw mistake("hours can only be asked whether they are open", at: place, hint: "write \(name) is open")
    }
    if take("is", "not", "set") { return .not(.isSet(name)) }
    if take("is", "set") { return .isSet(name) }
    if take("is", "not", "in") || take("not", "in") { return .not(.isIn(name, try list())) }
    if take("is", "in") || take("in") { return .isIn(name, try list()) }
    if take("is", "not") { return .not(.isEqual(name, try literal())) }
    if take("is") { return .isEqual(name, try literal()) }
    for comparison in Condition.Comparison.allCases where take(comparison.rawValue) {
      return .compares(name, comparison, try number())
    }
    let known = ["is", "is not", "is set", "is not set", "in", "<", ">", "<=", ">="]
    if index == tokens.count {
      throw mistake("what is asked of `\(name)` is missing", hint: "write for example \(name) is set")
    }
    let word = next?.text ?? ""
    let hint = ["=": "write is", "==": "write is", "!=": "write is not", "<>": "write is not"][word]
    throw mistake(
      "\"\(word)\" compares nothing", hint: hint ?? "use one of " + known.joined(separator: ", "),
      candidates: known)
  }

  private mutating func name() throws(SyntaxMistake) -> String {
    guard let token = next else { throw mistake("a condition is missing here") }
    guard token.kind == .word, VariableName.isName(token.text) else {
      let isBraced = token.text.hasPrefix("{") && token.text.hasSuffix("}")
      throw mistake(
        "\"\(token.text)\" is not the name of a variable",
        hint: isBraced ? "write \(token.text.dropFirst().dropLast()) without braces on the left side" : nil)
    }
    index += 1
    return token.text
  }

  /// The right side: all up to `and`, `or`, a closing bracket, a comma or the end, with the blanks as typed.
  private mutating func literal(inList: Bool = false) throws(SyntaxMistake) -> TextTemplate {
    if let token = next, token.kind == .quoted {
      index += 1
      return try template(token.text, at: token.range.lowerBound + 1)
    }
    let first = index
    while let token = next {
      let isEnd = token.kind == .mark && [")", "]"].contains(token.text) || inList && token.text == ","
      if isEnd || !inList && token.kind == .word && ["and", "or"].contains(token.text.lowercased()) { break }
      if token.kind == .quoted || token.kind == .mark && "[(<>=!&".contains(token.text.prefix(1)) {
        throw mistake("\"\(token.text)\" cannot stand here", hint: "put the text between quotes")
      }
      index += 1
    }
    guard index > first else { throw mistake("a value is missing here") }
    let range = tokens[first].range.lowerBound..<tokens[index - 1].range.upperBound
    return try template(String(String.UnicodeScalarView(source[range])), at: range.lowerBound)
  }

  private func template(_ text: String, at offset: Int) throws(SyntaxMistake) -> TextTemplate {
    do { return try TextTemplate.parse(text) } catch {
      throw SyntaxMistake(
        error.message, offset: offset + error.offset, length: error.length, hint: error.hint)
    }
  }

  private mutating func number() throws(SyntaxMistake) -> TextTemplate {
    let place = index
    let right = try literal()
    guard right.slotNames.isEmpty else { return right }
    let text = right.render(lookup: { _ in nil })
    let parts = text.split(separator: ".")
    let looksGrouped = parts.count > 1 && parts.dropFirst().allSatisfy { $0.count == 3 }
    guard ComparableText.number(text) != nil, !looksGrouped else {
      throw mistake(
        "\"\(text)\" is no plain number", at: place,
        hint: looksGrouped ? "write \(parts.joined())" : "write digits, or a variable in braces")
    }
    return right
  }

  private mutating func list() throws(SyntaxMistake) -> [TextTemplate] {
    let open = index
    guard take("[") else { throw mistake("a list is missing here", hint: "write in [one, two]") }
    var items: [TextTemplate] = []
    repeat { items.append(try literal(inList: true)) } while take(",")
    guard take("]") else { throw mistake("this [ has no ] after it", at: open) }
    return items
  }
}
