import Dialogue

/// What is true of reading any text as a pattern, and of the pattern that comes of it.
struct PatternCompilerProof {
  private static let synonyms = ["harga": ["harga", "price list", "biaya-biaya"], "kosong": ["", "!"]]
  private let source: String

  init(_ input: [UInt8]) { source = String(decoding: input, as: UTF8.self) }

  func check() throws(BrokenProperty) {
    let pattern: Pattern
    do throws(SyntaxMistake) {
      pattern = try Pattern(parsing: source, synonyms: Self.synonyms)
    } catch {
      return try check(error)
    }
    let again = try? Pattern(parsing: source, synonyms: Self.synonyms)
    try require(
      again == pattern && again?.shape == pattern.shape, "the same pattern is another the second time")
    let names = Set(pattern.slots.map(\.name))
    try require(pattern.certainSlots.isSubset(of: names), "a slot that it does not have is certain")
    try require(pattern.match(WrittenMessage(""), in: .anytime) == nil, "it fits a message without words")
    try checkSamples(of: pattern)
    try checkPhrases(of: pattern)
  }

  private func check(_ mistake: SyntaxMistake) throws(BrokenProperty) {
    let length = source.unicodeScalars.count
    try require(!mistake.message.isEmpty, "the mistake says nothing")
    try require(
      mistake.offset >= 0 && mistake.length >= 0 && mistake.offset + mistake.length <= length,
      "\(mistake.message): at \(mistake.offset), \(mistake.length) long, where the pattern has \(length) characters"
    )
  }

  /// A few samples may not fit, but not all.
  private func checkSamples(of pattern: Pattern) throws(BrokenProperty) {
    // A slot takes no minus.
    let isNegative = pattern.slots.contains { slot in
      if case .number(let range) = slot.kind, let upper = range.upper { upper < 0 } else { false }
    }
    guard !isNegative, let samples = pattern.samples(upTo: 64) else { return }
    var fits = false
    for sample in samples {
      let message = WrittenMessage(sample)
      guard let match = pattern.match(message, in: .anytime) else { continue }
      fits = true
      try PatternProof(pattern, message).check(match)
    }
    try require(fits, "none of its samples fits: \(samples.prefix(3))")
  }

  /// What a pattern without slots says in full fits it whole.
  private func checkPhrases(of pattern: Pattern) throws(BrokenProperty) {
    for words in pattern.phrases(upTo: 64) ?? [] {
      let message = WrittenMessage(words.joined(separator: " "))
      let match = pattern.match(message, in: .anytime)
      try require(match?.isWhole == true, "it does not fit \(words), which it says")
    }
  }
}
