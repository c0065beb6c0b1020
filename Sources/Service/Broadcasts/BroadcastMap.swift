import CSV
import StrictYAML

/// What stands in one place of a template.
enum BroadcastValue: Sendable, Hashable {
  /// The same text for everybody.
  case text(String)
  /// What the row has in this column.
  case column(name: String, index: Int)

  /// - Parameter written: a column's name, or a text in quotes.
  init(written: String, of table: CSVTable, option: String) throws(AdminRefusal) {
    if let quote = written.first, quote == "'" || quote == "\"" {
      guard written.count >= 2, written.last == quote else {
        throw AdminRefusal(.invalid, "\(option): the text \(written) opens a quote and does not close it.")
      }
      let text = String(written.dropFirst().dropLast())
      guard !text.allSatisfy(\.isWhitespace) else {
        throw AdminRefusal(.invalid, "\(option): the text \(written) is empty; write something.")
      }
      self = .text(text)
    } else {
      self = .column(name: written, index: try table.column(named: written, option: option))
    }
  }
}

/// What stands in the places of a template, as `1=name,2='Toko Melati'` says.
enum BroadcastMap {
  /// - Parameters:
  ///   - written: nil for a template without places.
  ///   - option: where it stands, for what is wrong with it.
  /// - Returns: the values, place 1 first.
  static func read(_ written: String?, of table: CSVTable, option: String) throws(AdminRefusal)
    -> [BroadcastValue]
  {
    var values: [Int: BroadcastValue] = [:]
    for part in parts(written ?? "") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, let place = Int(written: sides[0].trimmingBlanks()), place > 0 else {
        throw AdminRefusal(
          .invalid, "\(option): `\(part)` is not understood; write it like 1=name,2='Toko Melati'.")
      }
      let value = try BroadcastValue(written: sides[1].trimmingBlanks(), of: table, option: option)
      guard values.updateValue(value, forKey: place) == nil else {
        throw AdminRefusal(.invalid, "\(option): the place \(place) is given twice.")
      }
    }
    for place in 0..<values.count where values[place + 1] == nil {
      throw AdminRefusal(
        .invalid, "\(option): the place \(place + 1) is missing; places are numbered from 1, without gaps.")
    }
    return values.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What stands between commas that are in no quotes.
  private static func parts(_ written: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var quote: Character?
    for character in written {
      if character == "," && quote == nil {
        parts.append(part)
        part = ""
        continue
      }
      if quote == character {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"", part.last == "=" {
        quote = character
      }
      part.append(character)
    }
    parts.append(part)
    return parts.filter { !$0.trimmingBlanks().isEmpty }
  }
}

extension CSVTable {
  /// Where the values of a column are.
  func column(named name: String, option: String) throws(AdminRefusal) -> Int {
    do {
      return try column(name)
    } catch {
      let hint = Nearest.hint(name, among: header).map { " \($0)" } ?? ""
      throw AdminRefusal(.invalid, "\(option): \(error)\(hint)")
    }
  }

  /// The column that holds phone numbers, found by its name.
  func numberColumn() throws(AdminRefusal) -> Int {
    do { return try phoneColumn(option: "--to") } catch { throw AdminRefusal(.invalid, "\(error)") }
  }
}

extension StringProtocol {
  func trimmingBlanks() -> String {
    String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
