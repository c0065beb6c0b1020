/// What stands between the values of a row.
package enum CSVSeparator: UInt8, Sendable, Hashable, CaseIterable {
  case comma = 0x2c
  /// What spreadsheets write where the comma belongs to numbers, as in Indonesia.
  case semicolon = 0x3b
  case tab = 0x09

  /// The one that is most often in the line of names, outside quotes; a comma if there is none.
  static func most(in line: some Sequence<UInt8>) -> CSVSeparator {
    var counts: [CSVSeparator: Int] = [:]
    var isQuoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if let separator = CSVSeparator(rawValue: byte) { counts[separator, default: 0] += 1 }
    }
    return allCases.reduce(.comma) { (counts[$1] ?? 0) > (counts[$0] ?? 0) ? $1 : $0 }
  }
}
