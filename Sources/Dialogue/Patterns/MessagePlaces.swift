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
  /// The set of no places.
  let none: PlaceSet
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
  private var valueGroups: [PatternSlot.Kind: [ValueGroup]] = [:]
  private var shortestTexts: [Int: [Int32]] = [:]
  private var textLengths: [TextsTo: [Int32]] = [:]

  init(_ message: WrittenMessage, _ context: AnswerContext) {
    self.message = message
    self.context = context
    values = ValueEnds(message, context)
    let tokens = message.tokens
    let end = tokens.count
    count = end + 1
    none = PlaceSet(count: end + 1)
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
    let bounds = values.bounds(of: slot)
    let starts = groups(of: slot).compactMap { group -> (length: Int, starts: PlaceSet)? in
      if bounds.contains(group.least), bounds.contains(group.most) { return (group.length, group.starts) }
      var set = none
      for value in group.values where bounds.contains(value.size) { set.insert(value.place) }
      return set.isEmpty ? nil : (group.length, set)
    }
    valueSets[slot.kind] = starts
    return starts
  }

  /// The values of a slot's kind that have so many tokens.
  private struct ValueGroup {
    let length: Int
    var values: [ValueEnds.Value] = []
    var starts: PlaceSet
    /// The least and the most of their sizes.
    var least = Int.max
    var most = Int.min
  }

  /// Every value of a slot's kind, whatever its bounds are, the longest first.
  private func groups(of slot: PatternSlot) -> [ValueGroup] {
    let slot = slot.unbounded
    if let known = valueGroups[slot.kind] { return known }
    var groups = (0...slot.longest).map { ValueGroup(length: $0, starts: none) }
    for value in values.unbounded(slot) {
      let length = value.length
      groups[length].values.append(value)
      groups[length].starts.insert(value.place)
      groups[length].least = min(groups[length].least, value.size)
      groups[length].most = max(groups[length].most, value.size)
    }
    let found = Array(groups.reversed().filter { !$0.values.isEmpty })
    valueGroups[slot.kind] = found
    return found
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

  /// For each place the end of the shortest text that begins there and has so many characters; `Int32.max` where none does.
  ///
  /// It only moves backwards as the text's beginning does.
  func shortestTexts(_ length: Int) -> [Int32] {
    if let known = shortestTexts[length] { return known }
    var ends = Array(repeating: Int32.max, count: count)
    var line = -1
    var shortest = 0
    for place in (0..<end).reversed() where !lineBreaks.contains(place) {
      if lineEnd[place] != line {
        line = lineEnd[place]
        shortest = line + 1
      }
      while shortest > place + 1, message.length(of: place..<(shortest - 1)) >= length { shortest -= 1 }
      if shortest <= line, betweenWords.contains(place) { ends[place] = Int32(shortest) }
    }
    shortestTexts[length] = ends
    return ends
  }

  /// Where texts of so many characters begin that end at one of `ends`.
  func texts(_ lengths: ClosedRange<Int>, to ends: PlaceSet) -> PlaceSet {
    let longest = Int32(clamping: min(lengths.upperBound, Int(Int32.max) - 1))
    var set = none
    for (place, length) in textLengths(lengths.lowerBound, to: ends).enumerated() where length <= longest {
      set.insert(place)
    }
    return set
  }

  /// What ``textLengths(_:to:)`` is asked.
  private struct TextsTo: Hashable {
    let least: Int
    let ends: PlaceSet
  }

  /// For each place how long the shortest text is that begins there, has at least so many characters and ends at one of
  /// `ends`; `Int32.max` where none does.
  private func textLengths(_ least: Int, to ends: PlaceSet) -> [Int32] {
    let asked = TextsTo(least: least, ends: ends)
    if let known = textLengths[asked] { return known }
    var lengths = Array(repeating: Int32.max, count: count)
    for (place, shortest) in shortestTexts(least).enumerated() where shortest != .max {
      guard let to = ends.first(from: Int(shortest)), to <= lineEnd[place] else { continue }
      lengths[place] = Int32(message.length(of: place..<to))
    }
    textLengths[asked] = lengths
    return lengths
  }
}
