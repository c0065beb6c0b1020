/// Writes rows as RFC 4180 has them, so that ``CSVReader`` reads the same values again; but its lines end with a line feed
/// alone, as other programs here expect.
///
/// Values are written as they are. A spreadsheet takes a value that begins with `=`, `+`, `-` or `@` for a formula:
/// whoever opens a file with strangers' words in it imports its columns as text.
package struct CSVWriter: Sendable {
  package var separator: CSVSeparator

  package init(separator: CSVSeparator = .comma) {
    self.separator = separator
  }

  /// The values as one line, with its line feed.
  package func line(_ values: [String]) -> String {
    values.map(written).joined(separator: String(Unicode.Scalar(separator.rawValue))) + "\n"
  }

  private func written(_ value: String) -> String {
    let needsQuotes = value.utf8.contains {
      $0 == separator.rawValue || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    return needsQuotes ? "\"\(value.replacing("\"", with: "\"\""))\"" : value
  }
}
