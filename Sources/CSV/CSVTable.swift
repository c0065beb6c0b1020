/// A file of rows under a line of names, as spreadsheets save them (RFC 4180).
package struct CSVTable: Sendable, Hashable {
  /// What the file is called in messages.
  package var name: String
  /// What stands between the values of a row.
  package var separator: CSVSeparator
  /// The names of the columns, without the spaces around them; the names spreadsheets leave empty at the end are not here.
  package var header: [String]
  /// The rows that can be used, in the file's order.
  package var rows: [CSVRow]
  /// The rows that cannot, in the file's order.
  package var brokenRows: [CSVMistake]

  package init(
    name: String, separator: CSVSeparator, header: [String], rows: [CSVRow], brokenRows: [CSVMistake] = []
  ) {
    self.name = name
    self.separator = separator
    self.header = header
    self.rows = rows
    self.brokenRows = brokenRows
  }

  /// Where a column's values are in ``CSVRow/values``: the column of that name, or the only one that differs from it
  /// by capitals.
  ///
  /// - Throws: ``CSVMistake`` that names the columns there are.
  package func column(_ wanted: String) throws(CSVMistake) -> Int {
    if let column = header.firstIndex(of: wanted) { return column }
    let alike = header.indices.filter { header[$0].lowercased() == wanted.lowercased() }
    if alike.count == 1 { return alike[0] }
    let names = header.map { "\"\($0)\"" }.joined(separator: ", ")
    throw CSVMistake(file: name, line: nil, "has no column \"\(wanted)\"; its columns are \(names).")
  }
}

/// One row of a ``CSVTable``.
package struct CSVRow: Sendable, Hashable {
  /// The first line of the row in its file, counted from 1; a row takes several lines if its values do.
  package var line: Int
  /// As many as the table has columns, as they are written: spaces around them are kept.
  package var values: [String]

  package init(line: Int, values: [String]) {
    self.line = line
    self.values = values
  }

  /// The value of a column that ``CSVTable/column(_:)`` found.
  package subscript(column: Int) -> String { values[column] }
}
