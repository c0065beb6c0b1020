/// Fits a program to a message.
///
/// For each instruction, from the pattern's end to its beginning, a set says from which places of the message the rest
/// fits. A way through is then read off the sets.
struct PatternRun {
  private let program: PatternProgram
  private let places: MessagePlaces
  private var fits: [PlaceSet] = []
  /// Steps of sets made, and readers asked.
  private(set) var operations = 0

  init(_ program: PatternProgram, _ places: MessagePlaces) {
    self.program = program
    self.places = places
    fits.reserveCapacity(program.instructions.count)
  }

  private var end: Int { places.end }

  mutating func match() -> PatternMatch? {
    let before = places.values.operations
    for instruction in program.instructions {
      fits.append(fitting(instruction))
      operations += fits[fits.count - 1].words.count
    }
    operations += places.values.operations - before
    return fits[program.entry].contains(0) ? wayThrough() : nil
  }

  /// The places from which the rest fits that begins with `instruction`.
  private mutating func fitting(_ instruction: PatternProgram.Instruction) -> PlaceSet {
    switch instruction {
    case .accept:
      var set = places.none
      set.insert(end)
      return set
    case .word(let word, _, let next):
      guard !fits[next].isEmpty, let there = places.places(of: word) else { return places.none }
      return fits[next].before(in: there)
    case .lineBreak(let next):
      return fits[next].before(in: places.lineBreaks)
    case .fork(let branches):
      guard var set = branches.first.map({ fits[$0] }) else { return places.none }
      for branch in branches.dropFirst() { set.formUnion(fits[branch]) }
      return set
    case .gap(let next):
      guard !fits[next].isEmpty else { return places.none }
      var set = atWords(next).spread(through: places.continuing)
      set.formIntersection(places.betweenWords)
      return set
    case .toLineStart(let next):
      guard let last = fits[next].intersection(places.lineStarts).last else { return places.none }
      return PlaceSet(count: places.count) { $0 <= last }
    case .toLineEnd(let next):
      guard let last = fits[next].intersection(places.lineEnds).last else { return places.none }
      return PlaceSet(count: places.count) { $0 <= last }.intersection(places.lineEnds)
    case .slot(let number, let next):
      return fits[next].isEmpty ? places.none : fitting(program.slots[number], next)
    }
  }

  private mutating func fitting(_ slot: PatternSlot, _ next: Int) -> PlaceSet {
    switch slot.kind {
    case .text(let lengths): return texts(lengths, next)
    case .word(let lengths):
      return atWords(next).before().spread(through: places.insideWords).intersection(places.words(lengths))
    case .number, .digits, .phone, .date, .time:
      var set = places.none
      for (length, starts) in places.starts(of: slot) {
        set.formUnion(of: starts, before: fits[next], by: length)
      }
      return set
    }
  }

  private func atWords(_ next: Int) -> PlaceSet { fits[next].intersection(places.betweenWords) }

  private mutating func texts(_ lengths: ClosedRange<Int>, _ next: Int) -> PlaceSet {
    let ends = atWords(next)
    if places.areAll(lengths) {
      return ends.intersection(places.continuing).before().spread(through: places.continuing)
        .intersection(places.betweenWords)
    }
    guard !ends.isEmpty else { return places.none }
    operations += end
    return places.texts(lengths, to: ends)
  }

  private func wayThrough() -> PatternMatch {
    var match = PatternMatch(values: [:], count: 0, at: 0, isWhole: true)
    var begins: Int?
    var place = 0
    var number = program.entry
    while true {
      switch program.instructions[number] {
      case .accept:
        let first = min(begins ?? 0, end)
        match.at = first < end ? places.message.tokens[first].word : places.message.words.count
        return match
      case .fork(let branches):
        number = branches.first { fits[$0].contains(place) } ?? 0
      case .word(_, let isCounted, let next):
        if isCounted { match.count += 1 }
        begins = begins ?? place
        (number, place) = (next, place + 1)
      case .slot(let slot, let next):
        let slot = program.slots[slot]
        let to = valueEnd(of: slot, from: place, next)
        match.values[slot.name] = slot.value(place..<to, of: places.message, in: places.context)
        begins = begins ?? place
        (number, place) = (next, to)
      case .gap(let next):
        let to = first(from: place, in: atWords(next))
        if to > place { match.isWhole = false }
        (number, place) = (next, to)
      case .toLineStart(let next):
        let to = first(from: place, in: fits[next].intersection(places.lineStarts))
        if to > place { match.isWhole = false }
        (number, place) = (next, to)
      case .toLineEnd(let next):
        let to = first(from: place, in: fits[next].intersection(places.lineEnds))
        if to > place { match.isWhole = false }
        (number, place) = (next, to)
      case .lineBreak(let next):
        (number, place) = (next, place + 1)
      }
    }
  }

  private func first(from place: Int, in set: PlaceSet) -> Int {
    set.first(from: place) ?? end
  }

  /// Text takes as few words as it can, a value as many as it can.
  private func valueEnd(of slot: PatternSlot, from place: Int, _ next: Int) -> Int {
    switch slot.kind {
    case .word: return places.wordEnd(from: place)
    case .text(let lengths):
      let shortest =
        places.areAll(lengths) ? place + 1 : Int(places.shortestTexts(lengths.lowerBound)[place])
      return first(from: min(shortest, end), in: atWords(next))
    default:
      let longest = places.starts(of: slot).first { length, starts in
        starts.contains(place) && fits[next].contains(place + length)
      }
      return place + (longest?.length ?? 0)
    }
  }
}
