/// Reads a pattern as its author wrote it.
struct PatternReader {
  private let scalars: [Unicode.Scalar]
  private let synonyms: [String: [String]]
  private var index = 0
  private var end = 0
  /// Brackets that are open.
  private var depth = 0
  /// Names of slots that have been filled on every way to this place.
  private var names: Set<String> = []
  private(set) var vocabulary: Set<String> = []

  init(_ source: String, synonyms: [String: [String]]) {
    scalars = Array(source.unicodeScalars)
    self.synonyms = synonyms
  }

  mutating func lines() throws(SyntaxMistake) -> [PatternLine] {
    var lines: [PatternLine] = []
    var start = 0
    while start <= scalars.count {
      let stop = scalars[start...].firstIndex { $0 == "\n" || $0 == "\r" } ?? scalars.count
      if let line = try line(start..<stop), line != .any || lines.last != .any { lines.append(line) }
      start = stop + 1
    }
    let isAnything = lines.allSatisfy { line in
      if case .parts(let nodes, _, _) = line { nodes.mayBeEmpty } else { true }
    }
    guard !isAnything else {
      throw SyntaxMistake(
        "this pattern fits a message without words too", length: scalars.count,
        hint: "give it a word or a slot that is always there")
    }
    return lines
  }

  private mutating func line(_ range: Range<Int>) throws(SyntaxMistake) -> PatternLine? {
    index = range.lowerBound
    end = range.upperBound
    skipBlanks()
    while end > index, scalars[end - 1].properties.isWhitespace { end -= 1 }
    guard index < end else { return nil }
    let before = dots(at: index)
    index += before
    if index == end { return .any }
    var after = 0
    if scalars[end - 1] == "…" { after = 1 } else if end - index >= 3, dots(at: end - 3) == 3 { after = 3 }
    end -= after
    let nodes = try sequence(until: [])
    // A line such as `---` has no words, and a message has no lines without words.
    guard !nodes.isEmpty else { return before + after > 0 ? .any : nil }
    return .parts(nodes, isOpenBefore: before > 0, isOpenAfter: after > 0)
  }

  /// How many scalars of `...` or `…` stand at `place`; 0 if none.
  private func dots(at place: Int) -> Int {
    if scalars[place] == "…" { return 1 }
    return place + 3 <= end && scalars[place..<(place + 3)].allSatisfy { $0 == "." } ? 3 : 0
  }

  private mutating func skipBlanks() {
    while index < end, scalars[index].properties.isWhitespace { index += 1 }
  }

  /// Reads up to one of `closers`, which is left, or to the line's end.
  private mutating func sequence(until closers: Set<Unicode.Scalar>) throws(SyntaxMistake) -> [PatternNode] {
    var nodes: [PatternNode] = []
    while index < end, !closers.contains(scalars[index]) {
      let start = index
      switch scalars[index] {
      case "{": nodes.append(.slot(try slot()))
      case "[":
        try proveApart(start, "[")
        nodes.append(.optional(try group("]").first ?? []))
        try proveApart(index, "]")
      case "(":
        try proveApart(start, "(")
        nodes.append(.choice(try group(")")))
        try proveApart(index, ")")
      case "}", "]", ")", "|":
        throw SyntaxMistake(
          "this \(scalars[index]) has nothing before it that it belongs to", offset: index, length: 1)
      case "@": try nodes.append(contentsOf: synonym())
      default: try nodes.append(contentsOf: words(until: closers))
      }
    }
    return nodes
  }

  /// The alternatives between the bracket here and `closer`.
  private mutating func group(_ closer: Unicode.Scalar) throws(SyntaxMistake) -> [[PatternNode]] {
    let open = index
    depth += 1
    defer { depth -= 1 }
    guard depth <= 30 else {
      throw SyntaxMistake("this pattern has too many brackets in each other", offset: open, length: 1)
    }
    var choices: [[PatternNode]] = []
    let before = names
    var after = names
    repeat {
      index += 1
      names = before
      let start = index
      let nodes = try sequence(until: [closer, "|"])
      guard index < end else {
        throw SyntaxMistake("this \(scalars[open]) has no \(closer) after it", offset: open, length: 1)
      }
      guard !nodes.isEmpty else {
        throw SyntaxMistake(
          "there is no word here", offset: start - 1, length: index - start + 1)
      }
      choices.append(nodes)
      after.formUnion(names)
    } while scalars[index] == "|"
    names = after
    index += 1
    return closer == "]" && choices.count > 1 ? [[.choice(choices)]] : choices
  }

  private mutating func words(until closers: Set<Unicode.Scalar>) throws(SyntaxMistake) -> [PatternNode] {
    let start = index
    let special: Set<Unicode.Scalar> = ["{", "}", "[", "]", "(", ")", "|"]
    while index < end, !special.contains(scalars[index]) {
      if scalars[index] == "@", index == start || !Self.isWordScalar(scalars[index - 1]) { break }
      if dots(at: index) > 0 {
        throw SyntaxMistake(
          "... may stand only at the beginning and at the end of a line", offset: index,
          length: dots(at: index), hint: "write a slot such as {rest:text} for words in the middle")
      }
      index += 1
    }
    return nodes(of: string(start..<index))
  }

  private mutating func nodes(of text: String) -> [PatternNode] {
    var nodes: [PatternNode] = []
    for word in PlainText.words(text) {
      vocabulary.insert(word)
      for (index, part) in WrittenMessage.parts(of: word).enumerated() {
        nodes.append(.word(String(part), isCounted: index == 0))
      }
    }
    return nodes
  }

  private mutating func synonym() throws(SyntaxMistake) -> [PatternNode] {
    let start = index
    index += 1
    while index < end, Self.isWordScalar(scalars[index]) || "_-.".unicodeScalars.contains(scalars[index]) {
      index += 1
    }
    let name = string((start + 1)..<index)
    var choices: [[PatternNode]] = []
    for phrase in synonyms[name] ?? [] { choices.append(nodes(of: phrase)) }
    choices.removeAll(where: \.isEmpty)
    guard !choices.isEmpty else {
      throw SyntaxMistake(
        "there are no synonyms @\(name)", offset: start, length: index - start, word: name,
        candidates: synonyms.keys.sorted())
    }
    return [.choice(choices)]
  }

  private mutating func slot() throws(SyntaxMistake) -> PatternSlot {
    let open = index
    guard let close = scalars[open..<end].firstIndex(of: "}") else {
      throw SyntaxMistake("this { has no } after it", offset: open, length: 1)
    }
    index = close + 1
    let slot: PatternSlot
    do {
      slot = try PatternSlot(parsing: string((open + 1)..<close))
    } catch { throw error.shifted(by: open + 1) }
    guard names.insert(slot.name).inserted else {
      throw SyntaxMistake(
        "the slot {\(slot.name)} stands here a second time", offset: open, length: index - open,
        hint: "give it another name")
    }
    if case .text = slot.kind { try proveApart(open, "{", index) }
    if case .word = slot.kind { try proveApart(open, "{", index) }
    if index < end, scalars[index] == "{" {
      throw SyntaxMistake("two slots need a blank between them", offset: index, length: 1)
    }
    return slot
  }

  /// That no word is cut at `place` by a bracket, nor at `other`.
  private func proveApart(_ place: Int, _ bracket: Unicode.Scalar, _ other: Int? = nil) throws(SyntaxMistake)
  {
    for place in [place, other ?? place] {
      let touches: (Int) -> Bool = { place in
        place >= 0 && place < end && Self.isWordScalar(scalars[place])
      }
      let isClosing = bracket == "]" || bracket == ")" || place == other
      guard touches(isClosing ? place : place - 1) else { continue }
      throw SyntaxMistake(
        "a word must not touch a bracket here, for it would be cut in two", offset: place, length: 0,
        hint: "put a blank between them, and write both forms of a word as (harga|harganya)")
    }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }
}
