/// Fits a program to a message.
///
/// For each instruction, from the pattern's end to its beginning, and each place of the message a table says whether
/// the rest fits from there, and where the instruction goes on. Each cell is filled once; a way through is then read
/// off the table.
struct PatternRun {
  private let program: PatternProgram
  private let message: WrittenMessage
  private let context: AnswerContext
  private let values: ValueEnds
  /// Where each instruction goes on from each place: a place, for a fork an instruction; -1 if nothing fits.
  private var table: [[Int]] = []
  /// Where the line of each place ends.
  private let lineEnds: [Int]
  /// Cells looked at.
  private(set) var operations = 0

  /// - Parameter values: those of the same message and context, where other patterns have looked for some.
  init(
    _ program: PatternProgram, _ message: WrittenMessage, _ context: AnswerContext, values: ValueEnds? = nil
  ) {
    self.values = values ?? ValueEnds(message, context)
    self.program = program
    self.message = message
    self.context = context
    var lineEnds = Array(repeating: message.tokens.count, count: message.tokens.count + 1)
    for place in message.tokens.indices.reversed() {
      lineEnds[place] = message.tokens[place].isLineBreak ? place : lineEnds[place + 1]
    }
    self.lineEnds = lineEnds
  }

  private var end: Int { message.tokens.count }

  mutating func match() -> PatternMatch? {
    for instruction in program.instructions { table.append(column(instruction)) }
    guard table[program.entry][0] >= 0 else { return nil }
    return wayThrough()
  }

  private func fits(_ instruction: Int, at place: Int) -> Bool { table[instruction][place] >= 0 }

  private mutating func column(_ instruction: PatternProgram.Instruction) -> [Int] {
    operations += 2 * (end + 1)
    switch instruction {
    case .accept: return (0...end).map { $0 == end ? end : -1 }
    case .word(let word, _, let next):
      return steps(to: next, over: { $0.plain == word })
    case .lineBreak(let next):
      return steps(to: next, over: { $0.isLineBreak })
    case .fork(let branches):
      operations += (end + 1) * branches.count
      return (0...end).map { place in branches.first { fits($0, at: place) } ?? -1 }
    case .gap(let next):
      let nearest = nearest(next) { isBetweenWords($0) }
      return (0...end).map { place in
        guard isBetweenWords(place), nearest[place] <= lineEnds[place] else { return -1 }
        return nearest[place]
      }
    case .toLineStart(let next):
      let nearest = nearest(next) { $0 == 0 || message.tokens[$0 - 1].isLineBreak }
      return (0...end).map { nearest[$0] <= end ? nearest[$0] : -1 }
    case .toLineEnd(let next):
      let nearest = nearest(next) { lineEnds[$0] == $0 }
      return (0...end).map { lineEnds[$0] == $0 && nearest[$0] <= end ? nearest[$0] : -1 }
    case .slot(let number, let next):
      let slot = program.slots[number]
      switch slot.kind {
      case .text(let lengths): return textColumn(lengths, next)
      case .word(let lengths): return wordColumn(lengths, next)
      default: return valueColumn(slot, next)
      }
    }
  }

  private func steps(to next: Int, over fits: (WrittenMessage.Token) -> Bool) -> [Int] {
    (0...end).map { place in
      place < end && fits(message.tokens[place]) && self.fits(next, at: place + 1) ? place + 1 : -1
    }
  }

  /// For each place the first at or after it where `next` fits and `isAllowed`; past the end if there is none.
  private func nearest(_ next: Int, where isAllowed: (Int) -> Bool) -> [Int] {
    var nearest = Array(repeating: end + 1, count: end + 2)
    for place in (0...end).reversed() {
      nearest[place] = fits(next, at: place) && isAllowed(place) ? place : nearest[place + 1]
    }
    return nearest
  }

  private func isBetweenWords(_ place: Int) -> Bool {
    place == 0 || place == end || message.tokens[place].startsWord || message.tokens[place - 1].isLineBreak
  }

  /// The lengths that are allowed make a span of ends, which only moves backwards as the beginning does.
  private mutating func textColumn(_ lengths: ClosedRange<Int>, _ next: Int) -> [Int] {
    let nearest = nearest(next) { isBetweenWords($0) }
    var column = Array(repeating: -1, count: end + 1)
    var line = -1
    var shortest = 0
    var longest = 0
    for place in (0..<end).reversed() where !message.tokens[place].isLineBreak {
      if lineEnds[place] != line {
        line = lineEnds[place]
        shortest = line + 1
        longest = line
      }
      while shortest > place + 1, message.length(of: place..<(shortest - 1)) >= lengths.lowerBound {
        shortest -= 1
        operations += 1
      }
      while longest > place, message.length(of: place..<longest) > lengths.upperBound {
        longest -= 1
        operations += 1
      }
      guard shortest <= longest, isBetweenWords(place), nearest[shortest] <= longest else { continue }
      column[place] = nearest[shortest]
    }
    return column
  }

  private func wordColumn(_ lengths: ClosedRange<Int>, _ next: Int) -> [Int] {
    var column = Array(repeating: -1, count: end + 1)
    var wordEnd = end
    for place in (0..<end).reversed() {
      if isBetweenWords(place + 1) { wordEnd = place + 1 }
      guard !message.tokens[place].isLineBreak, isBetweenWords(place), fits(next, at: wordEnd),
        lengths.contains(message.length(of: place..<wordEnd))
      else { continue }
      column[place] = wordEnd
    }
    return column
  }

  /// A value takes as many words as it can.
  private mutating func valueColumn(_ slot: PatternSlot, _ next: Int) -> [Int] {
    var column = Array(repeating: -1, count: end + 1)
    let before = values.operations
    for place in 0..<end {
      column[place] = values.ends(of: slot, from: place).first { fits(next, at: $0) } ?? -1
    }
    operations += values.operations - before + end
    return column
  }

  private func wayThrough() -> PatternMatch {
    var match = PatternMatch(values: [:], count: 0, at: 0, isWhole: true)
    var begins: Int?
    var place = 0
    var number = program.entry
    while true {
      let to = table[number][place]
      switch program.instructions[number] {
      case .accept:
        let first = min(begins ?? 0, end)
        match.at = first < end ? message.tokens[first].word : message.words.count
        return match
      case .fork:
        number = to
        continue
      case .word(_, let isCounted, let next):
        if isCounted { match.count += 1 }
        begins = begins ?? place
        number = next
      case .slot(let slot, let next):
        let slot = program.slots[slot]
        match.values[slot.name] = slot.value(place..<to, of: message, in: context)
        begins = begins ?? place
        number = next
      case .gap(let next), .toLineStart(let next), .toLineEnd(let next):
        if to > place { match.isWhole = false }
        number = next
      case .lineBreak(let next):
        number = next
      }
      place = to
    }
  }
}
