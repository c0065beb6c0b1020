/// Reads days as customers type them: `besok`, `senin depan`, `17 agustus`, `17/8/2026`, `tgl 17`.
struct DateReader {
  let today: CivilDate
  let expectation: DateExpectation
  private(set) var words: ArraySlice<String>

  /// The day that plain words, cut between letters and digits, mean; nil if they mean none, or one not expected.
  ///
  /// Without a year it is the next such day from today, where `past` is expected the last.
  static func date(
    _ words: ArraySlice<String>, _ expectation: DateExpectation, in context: AnswerContext
  ) -> CivilDate? {
    guard (1...8).contains(words.count) else { return nil }
    var reader = DateReader(today: context.today, expectation: expectation, words: words)
    guard let date = reader.date(), (1900...2199).contains(date.year) else { return nil }
    if context.takesAnyDay { return date }
    switch expectation {
    case .any: return date
    case .future: return date >= context.today ? date : nil
    case .past: return date <= context.today ? date : nil
    }
  }

  /// Whether a day may have `word` in it, words of numbers aside.
  static func mayHave(_ word: String) -> Bool {
    isKnown(word) || fillers.contains(word) || prepositions.contains(word) || phraseOpenings.contains(word)
      || others.contains(word)
  }

  /// Words that stand behind others alone.
  private static let others: Set = ["ini", "lagi", "depan", "dpn", "lalu", "coming"]

  /// Whether a day may begin with `word`.
  static func isKnown(_ word: String) -> Bool {
    relative[word] != nil
      || openings.contains(word)
      || MonthNames.month(word) != nil || Weekday(named: word) != nil || NumberWords.isKnown(word)
  }

  private static let openings: Set = ["hari", "tanggal", "tgl", "tggl", "the", "next", "this", "last", "on"]
  private static let prepositions: Set = ["on", "pada"]
  private static let dayWords: Set = ["hari", "hr"]
  private static let dayNumberWords: Set = ["tanggal", "tgl", "tggl", "the"]
  /// What the phrases of ``relativeDay()`` begin with.
  private static let phraseOpenings: Set = ["hari", "hr", "hri", "besok", "kemarin"]

  private static let relative: [String: Int] = [
    "sekarang": 0, "skrg": 0, "skrang": 0, "skg": 0, "today": 0, "besok": 1, "bsk": 1, "bsok": 1, "esok": 1,
    "besuk": 1, "tomorrow": 1, "tmr": 1, "lusa": 2, "kemarin": -1, "kmrn": -1, "kemaren": -1, "yesterday": -1,
  ]

  private mutating func date() -> CivilDate? {
    if words.allSatisfy(Self.isFigure) { return ofFigures(words, alone: false) }
    if let date = relativeDay() { return date }
    take(Self.prepositions)
    let isNamed = take(Self.dayWords)
    let dayWord = takeWeekday()
    let weekday = dayWord.flatMap { Weekday(named: $0) }
    if let weekday, words.count <= 1 {
      // `minggu depan` is next week, `hari minggu depan` a Sunday.
      return dayWord == "minggu" && !isNamed && !words.isEmpty ? nil : day(weekday)
    }
    let isDay = take(Self.dayNumberWords)
    guard let date = dayOfMonth(alone: isDay), weekday == nil || weekday == date.weekday else { return nil }
    return date
  }

  /// `hari ini`, `besok`, `3 hari lagi`.
  private func relativeDay() -> CivilDate? {
    if words.count == 2, let first = words.first, Self.phraseOpenings.contains(first) {
      switch words.joined(separator: " ") {
      case "hari ini", "hr ini", "hri ini": return today
      case "besok lusa": return today.adding(days: 2)
      case "kemarin lusa": return today.adding(days: -2)
      default: break
      }
    }
    if words.count >= 3, words.last == "lagi", words.dropLast().last == "hari" {
      let count = Array(words.dropLast(2))
      let figure = count.count == 1 ? Int(count[0]) : nil
      guard let days = figure ?? NumberWords.value(count), (0...3660).contains(days) else { return nil }
      return today.adding(days: days)
    }
    guard words.count == 1, let first = words.first, let days = Self.relative[first] else { return nil }
    return today.adding(days: days)
  }

  /// Takes words off the beginning; whether there were any.
  @discardableResult
  private mutating func take(_ fillers: Set<String>) -> Bool {
    let count = words.count
    while let first = words.first, fillers.contains(first) { words.removeFirst() }
    return words.count < count
  }

  /// Takes the name of a weekday, and puts `next` in `next friday` after it.
  private mutating func takeWeekday() -> String? {
    if words.count == 2, let first = words.first, let last = words.last,
      ["next", "this", "last", "coming"].contains(first), Weekday(named: last) != nil
    {
      words = [last, first]
    }
    guard let first = words.first, Weekday(named: first) != nil else { return nil }
    words.removeFirst()
    return first
  }

  /// The day of a weekday and the word after it, if any.
  private func day(_ weekday: Weekday) -> CivilDate? {
    let ahead = (weekday.number - today.weekday.number + 7) % 7
    let last = today.adding(days: ahead == 0 ? -7 : ahead - 7)
    switch words.first {
    case nil: return expectation == .past ? last : today.adding(days: ahead == 0 ? 7 : ahead)
    case "ini", "this", "coming": return today.adding(days: ahead)
    case "depan", "dpn", "next": return today.adding(days: weekday.number - today.weekday.number + 7)
    case "lalu", "kemarin", "kmrn", "kemaren", "last": return last
    default: return nil
    }
  }
}
