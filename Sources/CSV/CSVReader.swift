/// Reads what spreadsheets save as CSV (RFC 4180).
///
/// The first line names the columns; it also tells whether commas, semicolons or tabs stand between values, unless a
/// line `sep=;` before it does. Values may be quoted, lines may end as on any system, a byte order mark may come first.
/// A line break inside quotes is read as `\n`. Lines without any value are no rows.
package enum CSVReader {
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: what messages call it.
  /// - Throws: ``CSVMistake`` if nothing of the file can be used; a row that cannot be is in ``CSVTable/brokenRows``.
  package static func read(_ bytes: [UInt8], name: String) throws(CSVMistake) -> CSVTable {
    var bytes = bytes[...]
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) || bytes.contains(0) {
      throw CSVMistake(
        file: name, line: nil, "is no text in UTF-8. Save it as \"CSV UTF-8 (comma delimited)\".")
    }
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes = bytes.dropFirst(3) }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw CSVMistake(
        file: name, line: firstForeignLine(of: bytes),
        "is not written in UTF-8. Save the file as \"CSV UTF-8 (comma delimited)\".")
    }

    var records = CSVRecords(bytes)
    guard let header = try records.nextRecord(of: name) else {
      throw CSVMistake(file: name, line: nil, "is empty; its first line must name the columns.")
    }
    var table = CSVTable(
      name: name, separator: records.separator, header: try names(header, of: name), rows: [])
    while let record = try records.nextRecord(of: name) {
      switch row(record, of: table) {
      case .success(let row): table.rows.append(row)
      case .failure(let mistake): table.brokenRows.append(mistake)
      }
    }
    return table
  }

  private static func names(_ record: CSVRecord, of file: String) throws(CSVMistake) -> [String] {
    if let trouble = record.trouble { throw CSVMistake(file: file, line: record.line, trouble) }
    var names = record.values.map(trimmed)
    while names.last?.isEmpty == true { names.removeLast() }
    var seen: Set<String> = []
    for name in names where !name.isEmpty && !seen.insert(name).inserted {
      throw CSVMistake(file: file, line: record.line, "names the column \"\(name)\" twice.")
    }
    return names
  }

  private static func row(_ record: CSVRecord, of table: CSVTable) -> Result<CSVRow, CSVMistake> {
    if let trouble = record.trouble {
      return .failure(CSVMistake(file: table.name, line: record.line, trouble))
    }
    var values = record.values
    while values.count > table.header.count, values.last.map(trimmed)?.isEmpty == true { values.removeLast() }
    guard values.count == table.header.count else {
      let count = values.count == 1 ? "1 value" : "\(values.count) values"
      let columns = table.header.count == 1 ? "1 column" : "\(table.header.count) columns"
      let advice = values.count > table.header.count ? " Quote a value that holds the separator." : ""
      return .failure(
        CSVMistake(file: table.name, line: record.line, "has \(count) for \(columns).\(advice)"))
    }
    return .success(CSVRow(line: record.line, values: values))
  }

  /// The value without white space and byte order marks around it, which spreadsheets do not show.
  private static func trimmed(_ value: String) -> String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar.value == 0xfeff }
    let scalars = value.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  private static func firstForeignLine(of bytes: ArraySlice<UInt8>) -> Int {
    var line = 1
    for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}
