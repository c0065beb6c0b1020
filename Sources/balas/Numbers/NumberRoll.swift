import CSV
import Dialogue
import Foundation
import Service

/// The numbers that somebody asks about, each once.
struct NumberRoll {
  /// In the form used everywhere, in the order in which they were given.
  private(set) var numbers: [String] = []
  /// What is no number, a sentence each.
  private(set) var mistakes: [String] = []
  /// What stands between the values of the file they are from.
  private(set) var separator = CSVSeparator.comma
  private var seen: Set<String> = []

  private static let complaints = 20

  init(_ written: [String]) {
    for number in written { add(number, at: nil) }
  }

  /// - Throws: a sentence if the file cannot be used.
  init(file: String, column: String?) throws {
    guard let data = try? Data(contentsOf: URL(filePath: file)) else {
      throw AdminRefusal(.invalid, "\(file) cannot be read; look at its name and who may read it.")
    }
    try self.init(try CSVReader.read(Array(data), name: file), column: column)
  }

  init(_ table: CSVTable, column: String?) throws(CSVMistake) {
    separator = table.separator
    let index = if let column { try table.column(column) } else { try table.phoneColumn(option: "--column") }
    mistakes = table.brokenRows.map(\.description)
    for row in table.rows { add(row[index], at: "\(table.name):\(row.line)") }
    if table.rows.isEmpty, mistakes.isEmpty {
      throw CSVMistake(
        file: table.name, line: nil, "has no numbers under its column \"\(table.header[index])\".")
    }
  }

  private mutating func add(_ written: String, at place: String?) {
    if let number = PhoneNumber.canonical(written) {
      if seen.insert(number).inserted { numbers.append(number) }
      return
    }
    let shown = LogText.quoted(written)
    mistakes.append(
      (place.map { "\($0) " } ?? "")
        + (shown.isEmpty
          ? "has no number." : "`\(shown)` is no phone number; write it like 628123456789 or 08123456789."))
  }

  /// The mistakes as they are told: not more than anybody reads.
  var complaint: [String] {
    let shown = mistakes.prefix(Self.complaints).map { $0 }
    let rest = mistakes.count - shown.count
    return shown + (rest > 0 ? ["… and \(rest) more."] : []) + ["Nothing was asked."]
  }
}
