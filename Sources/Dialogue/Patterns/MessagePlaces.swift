/// What patterns ask about the places of a message, found out once for all of them.
final class MessagePlaces {
  let message: WrittenMessage
  let context: AnswerContext
  let values: ValueEnds
  /// As many places as there are tokens, and the end.
  let count: Int
  /// Where words begin or end.
  let betweenWords: PlaceSet
  let insideWords: PlaceSet
  let lineBreaks: PlaceSet
  let lineStarts: PlaceSet
  let lineEnds: PlaceSet
  /// Places of which the one before is in the same line.
  let continuing: PlaceSet
  /// Where the line of each place ends.
  let lineEnd: [Int]
  private let isMeasured: Bool
  private let positions: [String: [Int]]
  private var wordSets: [String: PlaceSet] = [:]
  private var wordLengths: [ClosedRange<Int>: PlaceSet] = [:]
  private var valueSets: [PatternSlot.Kind: [(length: Int, starts: PlaceSet)]] = [:]
  private var textEnds: [ClosedRange<Int>: [ClosedRange<Int>?]] = [:]

  init(_ message: WrittenMessage, _ context: AnswerContext) {
    self.message = message
    self.context = context
    values = ValueEnds(message, context)
    let tokens = message.tokens
    let end = tokens.count
    count = end + 1
    var positions: [String: [Int]] = [:]
    for (place, token) in tokens.enumerated() where !token.isLineBreak {
      positions[token.plain, default: []].append(place)
    }
    self.positions = positions
    betweenWords = PlaceSet(count: end + 1) {
      $0 == 0 || $0 == end || tokens[$0].startsWord || tokens[$0 - 1].isLineBreak
    }
    let between = betweenWords
    insideWords = PlaceSet(count: end + 1) { !between.contains($0) }
    lineBreaks = PlaceSet(count: end + 1) { $0 < end && tokens[$0].isLineBreak }
    lineStarts = PlaceSet(count: end + 1) { $0 == 0 || tokens[$0 - 1].isLineBreak }
    lineEnds = PlaceSet(count: end + 1) { $0 == end || tokens[$0].isLineBreak }
    continuing = PlaceSet(count: end + 1) { $0 > 0 && !tokens[$0 - 1].isLineBreak }
    var lineEnd = Array(repeating: end, count: end + 1)
    for place in tokens.indices.reversed() {
      lineEnd[place] = tokens[place].isLineBreak ? place : lineEnd[place + 1]
    }
    self.lineEnd = lineEnd
    isMeasured = tokens.allSatisfy { $0.isLineBreak || $0.end > $0.start }
  }

  var end: Int { count - 1 }

  /// The different plain words, as patterns have them.
  var vocabulary: some Collection<String> { positions.keys }

  func contains(_ word: String) -> Bool { positions[word] != nil }

  func places(of word: String) -> PlaceSet? {
    if let known = wordSets[word] { return known }
    guard let positions = positions[word] else { return nil }
    var set = PlaceSet(count: count)
    for place in positions { set.insert(place) }
    wordSets[word] = set
    return set
  }

  /// Where values of a slot's kind begin that have so many tokens, the longest first.
  func starts(of slot: PatternSlot) -> [(length: Int, starts: PlaceSet)] {
    if let known = valueSets[slot.kind] { return known }
    var sets = Array(repeating: PlaceSet(count: count), count: slot.longest + 1)
    var isThere = Array(repeating: false, count: slot.longest + 1)
    for value in values.values(of: slot) {
      sets[value.length].insert(value.place)
      isThere[value.length] = true
    }
    let starts = sets.indices.reversed().filter { isThere[$0] }.map { (length: $0, starts: sets[$0]) }
    valueSets[slot.kind] = starts
    return starts
  }

  /// Where the word ends that begins at `place`.
  func wordEnd(from place: Int) -> Int {
    var end = place + 1
    while !betweenWords.contains(end) { end += 1 }
    return end
  }

  /// Where words of so many characters begin.
  func words(_ lengths: ClosedRange<Int>) -> PlaceSet {
    if let known = wordLengths[lengths] { return known }
    let set = PlaceSet(count: count) { place in
      place < end && betweenWords.contains(place) && !lineBreaks.contains(place)
        && lengths.contains(message.length(of: place..<wordEnd(from: place)))
    }
    wordLengths[lengths] = set
    return set
  }

  /// Whether any words of a line have one of these lengths.
  func areAll(_ lengths: ClosedRange<Int>) -> Bool {
    lengths.lowerBound <= 1 && isMeasured && message.length(of: 0..<end) <= lengths.upperBound
  }

  /// For each place where texts of so many characters may end that begin there; nil where none does.
  ///
  /// Beginning and end of that span only move backwards as the text's beginning does.
  func textEnds(_ lengths: ClosedRange<Int>) -> [ClosedRange<Int>?] {
    if let known = textEnds[lengths] { return known }
    var ends: [ClosedRange<Int>?] = Array(repeating: nil, count: count)
    var line = -1
    var shortest = 0
    var longest = 0
    for place in (0..<end).reversed() where !lineBreaks.contains(place) {
      if lineEnd[place] != line {
        line = lineEnd[place]
        shortest = line + 1
        longest = line
      }
      while shortest > place + 1, message.length(of: place..<(shortest - 1)) >= lengths.lowerBound {
        shortest -= 1
      }
      while longest > place, message.length(of: place..<longest) > lengths.upperBound { longest -= 1 }
      if shortest <= longest, betweenWords.contains(place) { ends[place] = shortest...longest }
    }
    textEnds[lengths] = ends
    return ends
  }
}
