import Testing

@testable import Dialogue

@Suite struct PatternPropertyTests {
  private static let words = ["a", "b", "c", "12", "345", "ke", "a1"]

  private func nodes(depth: Int, using random: inout SeededRandom) -> String {
    var names = 0
    return parts(depth: depth, &names, using: &random)
  }

  private func parts(depth: Int, _ names: inout Int, using random: inout SeededRandom) -> String {
    var parts: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &random) {
      case 0..<3: parts.append(random.pick(Self.words))
      case 3..<6:
        names += 1
        let kinds = ["text", "text 2-4", "word", "word 1-2", "number", "digits 2-3", "time", "date"]
        parts.append("{s\(names):\(random.pick(kinds))}")
      case 6: parts.append("[\(self.parts(depth: depth - 1, &names, using: &random))]")
      default:
        let one = self.parts(depth: depth - 1, &names, using: &random)
        let other = self.parts(depth: depth - 1, &names, using: &random)
        parts.append("(\(one)|\(other))")
      }
    }
    return parts.joined(separator: " ")
  }

  private func pattern(using random: inout SeededRandom) -> Pattern? {
    var names = 0
    let lines = (0..<Int.random(in: 1...3, using: &random)).map { _ -> String in
      if random.once(in: 4) { return "..." }
      let parts = parts(depth: 2, &names, using: &random)
      return (random.once(in: 4) ? "... " : "") + parts + (random.once(in: 4) ? " ..." : "")
    }
    return try? Pattern(parsing: lines.joined(separator: "\n"))
  }

  private func message(using random: inout SeededRandom) -> String {
    (0..<Int.random(in: 0...8, using: &random)).map { _ in
      random.pick(Self.words) + random.pick([" ", " ", " ", "-", ", ", "\n", ""])
    }.joined()
  }

  @Test("the table and a slow, obvious search agree on every slot", arguments: 0..<60)
  func agreement(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var fits = 0
    for _ in 0..<60 {
      guard let pattern = pattern(using: &random) else { continue }
      for _ in 0..<10 {
        let message = WrittenMessage(message(using: &random))
        let match = pattern.match(message, in: ExpectationTests.context)
        let slow = ObviousPatternMatcher(message: message).match(pattern)
        #expect(match == slow, "seed \(seed): \(pattern.source) and \(message.text.debugDescription)")
        if match != nil { fits += 1 }
      }
    }
    #expect(fits > 0, "seed \(seed): nothing fitted")
  }

  @Test(
    "the work grows as the message does, whatever the pattern",
    arguments: [
      "{a:text} {b:text} {c:text} x", "... {a:text 2-40} ...", "[a] [a] [a] [a] [a] [a] [a] x",
      "((a|a b) {x:text}|(a|b) {y:text}) z", "{a:word} ... ", "... a {n:number} ... ",
      "{d:date} {t:time} {p:text} x",
    ])
  func linear(source: String) throws {
    let pattern = try Pattern(parsing: source)
    func operations(_ count: Int) -> Int {
      let message = WrittenMessage(Array(repeating: "a 1", count: count / 2).joined(separator: " "))
      var run = PatternRun(pattern.program, MessagePlaces(message, ExpectationTests.context))
      _ = run.match()
      return run.operations
    }
    let short = operations(500)
    // Some more than as many: text slots stop at the longest text only in a message longer than that.
    #expect(operations(1000) * 8 <= short * 2 * 10)
    #expect(operations(4000) * 8 <= short * 8 * 10)
  }
}

/// Tries everything, in the order that is preferred, without remembering anything.
private struct ObviousPatternMatcher {
  let message: WrittenMessage
  private var tokens: [WrittenMessage.Token] { message.tokens }

  init(message: WrittenMessage) { self.message = message }

  private typealias Next = (Int, PatternMatch) -> PatternMatch?

  func match(_ pattern: Pattern) -> PatternMatch? {
    let found = lines(
      pattern.lines[...], first: true, 0, PatternMatch(values: [:], count: 0, at: -1, isWhole: true))
    return found.map { match in
      var match = match
      if match.at < 0 { match.at = message.words.count } else { match.at = tokens[match.at].word }
      return match
    }
  }

  private func lines(_ lines: ArraySlice<PatternLine>, first: Bool, _ place: Int, _ match: PatternMatch)
    -> PatternMatch?
  {
    guard let line = lines.first else { return place == tokens.count ? match : nil }
    let rest = lines.dropFirst()
    let atLineEnd = { (place: Int) in place == tokens.count || tokens[place].isLineBreak }
    switch line {
    case .any:
      for other in place...tokens.count {
        var match = match
        if other > place { match.isWhole = false }
        if first {
          guard other == 0 || tokens[other - 1].isLineBreak else { continue }
          if let found = self.lines(rest, first: true, other, match) { return found }
        } else if atLineEnd(place), atLineEnd(other) {
          if let found = self.lines(rest, first: false, other, match) { return found }
        }
      }
      return nil
    case .parts(let nodes, let before, let after):
      var start = place
      if !first {
        guard place < tokens.count, tokens[place].isLineBreak else { return nil }
        start += 1
      }
      return gap(before, start, match) { place, match in
        sequence(nodes[...], place, match) { place, match in
          gap(after, place, match) { place, match in self.lines(rest, first: false, place, match) }
        }
      }
    }
  }

  private func isBetweenWords(_ place: Int) -> Bool {
    place == 0 || place == tokens.count || tokens[place].word != tokens[place - 1].word
      || tokens[place].isLineBreak || tokens[place - 1].isLineBreak
  }

  private func lineEnd(_ place: Int) -> Int {
    tokens[place...].firstIndex(where: \.isLineBreak) ?? tokens.count
  }

  private func gap(_ isOpen: Bool, _ place: Int, _ match: PatternMatch, _ next: @escaping Next)
    -> PatternMatch?
  {
    guard isOpen else { return next(place, match) }
    for other in place...lineEnd(place) where isBetweenWords(place) && isBetweenWords(other) {
      var match = match
      if other > place { match.isWhole = false }
      if let found = next(other, match) { return found }
    }
    return nil
  }

  private func sequence(
    _ nodes: ArraySlice<PatternNode>, _ place: Int, _ match: PatternMatch, _ next: @escaping Next
  )
    -> PatternMatch?
  {
    guard let node = nodes.first else { return next(place, match) }
    let rest: Next = { sequence(nodes.dropFirst(), $0, $1, next) }
    var begun = match
    if begun.at < 0 { begun.at = place }
    switch node {
    case .word(let word, let isCounted):
      guard place < tokens.count, tokens[place].plain == word else { return nil }
      if isCounted { begun.count += 1 }
      return rest(place + 1, begun)
    case .optional(let inside):
      return sequence(inside[...], place, match, rest) ?? rest(place, match)
    case .choice(let choices):
      for choice in choices { if let found = sequence(choice[...], place, match, rest) { return found } }
      return nil
    case .slot(let slot):
      var isText = false
      var isWord = false
      if case .text = slot.kind { isText = true }
      if case .word = slot.kind { isWord = true }
      let ends = Array((place...lineEnd(place)).dropFirst())
      for end in isText || isWord ? ends : ends.reversed() {
        if isText || isWord, !isBetweenWords(place) || !isBetweenWords(end) { continue }
        if isWord, tokens[place].word != tokens[end - 1].word { continue }
        if !isText, !isWord, end - place > slot.longest { continue }
        guard let value = slot.value(place..<end, of: message, in: ExpectationTests.context) else { continue }
        var match = begun
        match.values[slot.name] = value
        if let found = rest(end, match) { return found }
      }
      return nil
    }
  }
}
