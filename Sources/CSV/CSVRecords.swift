/// One row as it is written, before it is held against the columns.
struct CSVRecord {
  /// Counted from 1.
  var line: Int
  var values: [String]
  /// Why it cannot be used: the rest of a sentence that begins with its place.
  var trouble: String?
}

/// Takes a file apart, row by row.
struct CSVRecords {
  private(set) var separator: CSVSeparator
  private var rest: ArraySlice<UInt8>
  private var line = 1

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
    separator = .comma
    if let named = namedSeparator() {
      separator = named
    } else {
      let start = bytes.firstIndex { $0 != CSVByte.newline && $0 != CSVByte.carriageReturn } ?? bytes.endIndex
      separator = .most(in: bytes[start...])
    }
  }

  /// The next row that has a value; nil at the end.
  mutating func nextRecord(of file: String) throws(CSVMistake) -> CSVRecord? {
    while !rest.isEmpty {
      let record = try record(of: file)
      let isBlank = record.values.allSatisfy { $0.allSatisfy(\.isWhitespace) }
      if !isBlank || record.trouble != nil { return record }
    }
    return nil
  }

  private mutating func record(of file: String) throws(CSVMistake) -> CSVRecord {
    var record = CSVRecord(line: line, values: [])
    while true {
      if rest.first == CSVByte.quote {
        guard let value = quotedValue() else {
          throw CSVMistake(
            file: file, line: record.line,
            "opens a quote that is never closed. Write \"\" for a quote inside a quoted value.")
        }
        record.values.append(value)
        if !restOfValue().isEmpty {
          record.trouble =
            "has text right behind a closing quote. Write \"\" for a quote inside a quoted value."
        }
      } else {
        record.values.append(String(decoding: restOfValue(), as: UTF8.self))
      }
      guard rest.first == separator.rawValue else { break }
      rest.removeFirst()
    }
    skipLineEnd()
    return record
  }

  /// What stands before the next separator or line end.
  private mutating func restOfValue() -> ArraySlice<UInt8> {
    let value = rest.prefix {
      $0 != separator.rawValue && $0 != CSVByte.newline && $0 != CSVByte.carriageReturn
    }
    rest = rest[value.endIndex...]
    return value
  }

  /// The value between quotes; nil if there is no closing one.
  private mutating func quotedValue() -> String? {
    rest.removeFirst()
    var value: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case CSVByte.quote:
        guard rest.first == CSVByte.quote else { return String(decoding: value, as: UTF8.self) }
        rest.removeFirst()
        value.append(byte)
      case CSVByte.carriageReturn, CSVByte.newline:
        if byte == CSVByte.carriageReturn, rest.first == CSVByte.newline { rest.removeFirst() }
        line += 1
        value.append(CSVByte.newline)
      default: value.append(byte)
      }
    }
    return nil
  }

  private mutating func skipLineEnd() {
    guard let end = rest.popFirst() else { return }
    if end == CSVByte.carriageReturn, rest.first == CSVByte.newline { rest.removeFirst() }
    line += 1
  }

  /// What the line `sep=;` says, which some spreadsheets write and want first.
  private mutating func namedSeparator() -> CSVSeparator? {
    guard rest.count > 4, String(decoding: rest.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let named = CSVSeparator(rawValue: rest[rest.startIndex + 4])
    else { return nil }
    let behind = rest.dropFirst(5)
    guard behind.isEmpty || behind.first == CSVByte.newline || behind.first == CSVByte.carriageReturn else {
      return nil
    }
    rest = behind
    skipLineEnd()
    return named
  }
}

private enum CSVByte {
  static let quote = UInt8(ascii: "\"")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
