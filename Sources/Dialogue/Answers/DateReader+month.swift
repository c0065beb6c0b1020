extension DateReader {
  static let fillers: Set = ["of", "st", "nd", "rd", "th", "bulan", "tahun", "thn"]

  /// A day and a month, with a year or without; a day alone if `alone`.
  func dayOfMonth(alone: Bool) -> CivilDate? {
    let words = words.filter { !Self.fillers.contains($0) }
    if let place = words.firstIndex(where: { MonthNames.month($0) != nil }),
      let month = MonthNames.month(words[place])
    {
      return day(before: words[..<place], after: words[(place + 1)...], month)
    }
    return ofFigures(words[...], alone: alone)
  }

  /// The same where all words are figures.
  func ofFigures(_ words: ArraySlice<String>, alone: Bool) -> CivilDate? {
    guard words.count <= 3 else { return nil }
    let numbers = words.compactMap { Self.isFigure($0) ? Int($0) : nil }
    guard let first = words.first, let last = words.last, numbers.count == words.count else { return nil }
    switch numbers.count {
    case 1 where first.utf8.count == 8:
      return CivilDate(
        year: numbers[0] % 10_000, month: numbers[0] / 10_000 % 100, day: numbers[0] / 1_000_000)
    case 1 where alone: return nearest { CivilDate(year: $0, month: $1, day: numbers[0]) }
    case 2: return inMonth(day: numbers[0], month: numbers[1], year: nil)
    case 3 where first.utf8.count == 4:
      return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    case 3: return inMonth(day: numbers[0], month: numbers[1], year: year(last))
    default: return nil
    }
  }

  static func isFigure(_ word: String) -> Bool { word.utf8.allSatisfy { (0x30...0x39).contains($0) } }

  /// `17 agustus 2026`, `tujuh belas agustus`, `august 17 2026`.
  private func day(
    before: ArraySlice<String>, after: ArraySlice<String>, _ month: Int
  ) -> CivilDate? {
    func number(_ words: some Collection<String>) -> Int? {
      words.count == 1
        ? words.first.flatMap { Int($0) } ?? NumberWords.value(Array(words))
        : NumberWords.value(Array(words))
    }
    if before.isEmpty {
      guard let first = after.first, after.count <= 2, let day = Int(first) else { return nil }
      return resolved(day: day, month: month, yearWord: after.count == 2 ? after.last : nil)
    }
    guard after.count <= 1, let day = number(before) else { return nil }
    return resolved(day: day, month: month, yearWord: after.first)
  }

  private func resolved(day: Int, month: Int, yearWord: String?) -> CivilDate? {
    guard let yearWord else { return inMonth(day: day, month: month, year: nil) }
    guard let year = year(yearWord) else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// Day before month; the American order only where the other makes no sense.
  private func inMonth(day: Int, month: Int, year: Int?) -> CivilDate? {
    let (day, month) = month > 12 && day <= 12 ? (month, day) : (day, month)
    if let year { return CivilDate(year: year, month: month, day: day) }
    return nearest { year, _ in CivilDate(year: year, month: month, day: day) }
  }

  /// The year of a word of four digits, or two: then the century that the expectation and today make likely.
  private func year(_ word: String) -> Int? {
    guard let number = Int(word), word.count == 4 || word.count == 2 else { return nil }
    if word.count == 4 { return number }
    let century = today.year / 100 * 100
    let latest = expectation == .past ? today.year : today.year + 20
    return century + number > latest ? century - 100 + number : century + number
  }

  /// The first day from today on that `day` makes of a year and a month; where the past is expected, the last.
  private func nearest(_ day: (Int, Int) -> CivilDate?) -> CivilDate? {
    let step = expectation == .past ? -1 : 1
    // Eight years: a 29 February may be so far.
    for offset in 0...(8 * 12) {
      let months = today.year * 12 + today.month - 1 + step * offset
      guard let date = day(months / 12, months % 12 + 1) else { continue }
      if step > 0 ? date >= today : date <= today { return date }
    }
    return nil
  }
}
