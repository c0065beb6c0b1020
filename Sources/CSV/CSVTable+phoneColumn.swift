extension CSVTable {
  /// Where the phone numbers are: the only column that is called like one, or the only column.
  ///
  /// - Parameter option: what lets a person name another, such as `--column`.
  package func phoneColumn(option: String) throws(CSVMistake) -> Int {
    if header.count == 1 { return 0 }
    let found = header.indices.filter { Self.phoneNames.contains(Self.letters(header[$0])) }
    if found.count == 1 { return found[0] }
    let columns = found.isEmpty ? Array(header.indices) : found
    let names = columns.map { "\"\(header[$0])\"" }.joined(separator: ", ")
    throw CSVMistake(
      file: name, line: nil,
      found.isEmpty
        ? "has no column that is called like a phone number; name one of \(names) with \(option)."
        : "has several columns that may hold the phone number; name one of \(names) with \(option).")
  }

  /// Without anything but letters, so that `No. HP` and `no_hp` are one.
  private static func letters(_ name: String) -> String { name.lowercased().filter(\.isLetter) }

  private static let phoneNames: Set<String> = [
    "number", "phone", "phonenumber", "mobile", "mobilenumber", "msisdn", "whatsapp", "whatsappnumber", "wa",
    "nomor", "nomorhp", "nomorwa", "nomortelepon", "nomorwhatsapp", "nomorponsel", "nomorhandphone", "nohp",
    "nowa", "notelp", "notelepon", "nowhatsapp", "hp", "handphone", "ponsel", "telepon", "telp", "telpon",
    "tel",
  ]
}
