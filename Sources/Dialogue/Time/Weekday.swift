/// A day of the week; the week begins on Monday.
package enum Weekday: String, Sendable, Hashable, Codable, CaseIterable {
  case mon, tue, wed, thu, fri, sat, sun

  /// Its place in the week, Monday 0.
  package var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The day of an English or Indonesian name written plainly, or its usual short form; nil for other words.
  package init?(named word: some StringProtocol) {
    guard let day = Self.names[String(word)] else { return nil }
    self = day
  }

  private static let names: [String: Weekday] = {
    var names: [String: Weekday] = [:]
    let written: [(Weekday, String)] = [
      (.mon, "mon monday senin snn sen"), (.tue, "tue tues tuesday selasa sls sel"),
      (.wed, "wed wednesday rabu rbu rab"), (.thu, "thu thur thurs thursday kamis kms kam"),
      (.fri, "fri friday jumat jum jmt"), (.sat, "sat saturday sabtu sbt sab"),
      (.sun, "sun sunday minggu ahad mgg"),
    ]
    for (day, words) in written { for word in words.split(separator: " ") { names[String(word)] = day } }
    return names
  }()

  /// Reads the days an author writes: `sat`, `mon-fri`, `sat-mon`, `mon, wed`, `senin-jumat`.
  package static func days(parsing text: String) throws(SyntaxMistake) -> [Weekday] {
    var days: [Weekday] = []
    var offset = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      var numbers: [Int] = []
      var start = offset
      for end in ends {
        numbers.append(try day(end, at: start).number)
        start += end.unicodeScalars.count + 1
      }
      guard let first = numbers.first, let last = numbers.last, numbers.count <= 2 else {
        throw SyntaxMistake(
          "a range of days has two ends", offset: offset, length: part.unicodeScalars.count,
          hint: "write mon-fri")
      }
      for step in 0...((last - first + 7) % 7) { days.append(allCases[(first + step) % 7]) }
      offset += part.unicodeScalars.count + 1
    }
    return days
  }

  private static func day(_ text: Substring, at offset: Int) throws(SyntaxMistake) -> Weekday {
    let word = PlainText.words(String(text)).joined()
    if let day = Weekday(named: word) { return day }
    throw SyntaxMistake(
      word.isEmpty ? "a day is missing here" : "\"\(text.trimmed())\" is no day of the week", offset: offset,
      length: text.unicodeScalars.count,
      hint: "write mon, tue, wed, thu, fri, sat or sun, or a range as mon-fri; "
        + "holidays stand under `closed: [2026-12-25]`",
      word: word, candidates: names.keys.sorted())
  }
}
