/// The months in Indonesian and English.
enum MonthNames {
  static let indonesian = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
    "November",
    "Desember",
  ]
  static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  /// The month, from 1, of a plain word; nil if it names none.
  static func month(_ word: String) -> Int? { months[word] }

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for names in [indonesian, english] {
      for (index, name) in names.enumerated() {
        months[name.lowercased()] = index + 1
        months[name.lowercased().prefix(3).description] = index + 1
      }
    }
    let others = [
      "pebruari": 2, "peb": 2, "agt": 8, "agst": 8, "ags": 8, "agus": 8, "sept": 9, "nopember": 11, "nop": 11,
    ]
    months.merge(others) { _, new in new }
    return months
  }()
}
