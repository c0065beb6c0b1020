extension OpeningHours.Window {
  /// Reads what stands at a day: `08:00-17:00`, several with commas between, or `closed` for none.
  package static func list(parsing text: String) throws(SyntaxMistake) -> [OpeningHours.Window] {
    if ["closed", "tutup"].contains(text.trimmed().lowercased()) { return [] }
    var windows: [OpeningHours.Window] = []
    var offset = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let length = part.unicodeScalars.count
      let ends = part.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map { $0.trimmed() }
      guard ends.count == 2, let from = TimeOfDay.minutes(ends[0]), let to = TimeOfDay.minutes(ends[1]),
        from < 1440
      else {
        throw SyntaxMistake(
          "\"\(part.trimmed())\" is no span of time", offset: offset, length: length,
          hint: "write 08:00-17:00, or closed")
      }
      guard from != to else {
        throw SyntaxMistake(
          "this span of time ends when it begins", offset: offset, length: length,
          hint: "for the whole day write 00:00-24:00")
      }
      windows.append(OpeningHours.Window(from: from, to: to))
      offset += length + 1
    }
    return windows
  }
}

extension CivilDate {
  /// Reads a closed date, `2026-08-17`.
  package init(parsing text: String) throws(SyntaxMistake) {
    guard let date = CivilDate(iso: text.trimmed()) else {
      throw SyntaxMistake(
        "\"\(text.trimmed())\" is no date", length: text.unicodeScalars.count,
        hint: "write year, month and day: 2026-08-17")
    }
    self = date
  }
}
