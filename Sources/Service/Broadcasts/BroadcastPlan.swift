import CSV
import Crypto
import Dialogue
import Foundation
import Gateway
import Journal
import StrictYAML

/// A broadcast worked out from its file: whom it reaches with what, and what is wrong with it.
struct BroadcastPlan: Sendable {
  /// A row that cannot be used: why, after the words that say where it stands.
  struct Mistake: Sendable, Hashable {
    var line: Int
    var column: String?
    var words: String
    /// As the row writes it.
    var number: String
  }

  private(set) var template: MessageTemplate
  /// Rows that can be used, in the file's order; those that are skipped say why.
  private(set) var rows: [BroadcastRow] = []
  /// In the file's order.
  private(set) var mistakes: [Mistake] = []
  let file: String
  let numberColumn: String
  let digest: String

  static let rowsAtMost = 200_000

  /// - Throws: what is wrong with the order or the file as a whole.
  init(_ order: BroadcastOrder, channel: Channel) throws(AdminRefusal) {
    let table: CSVTable
    do { table = try CSVReader.read(Array(order.csv), name: order.file) } catch {
      throw AdminRefusal(.invalid, "\(error)")
    }
    let count = table.rows.count + table.brokenRows.count
    guard (1...Self.rowsAtMost).contains(count) else {
      throw AdminRefusal(
        .invalid,
        count == 0
          ? "\(order.file) has no rows under the names of its columns."
          : "\(order.file) has \(count) rows; a broadcast takes \(Self.rowsAtMost): split the file.")
    }
    file = order.file
    let to: Int
    if let column = order.to {
      to = try table.column(named: column, option: "--to")
    } else {
      to = try table.numberColumn()
    }
    numberColumn = table.header[to]
    template = try order.messageTemplate()
    let places = Places(
      params: try BroadcastMap.read(order.map, of: table, option: "--map"),
      sms: order.sms == nil ? nil : try BroadcastMap.read(order.smsMap, of: table, option: "--sms-map"),
      header: try order.header.map { written throws(AdminRefusal) in
        try BroadcastValue(written: written.trimmingBlanks(), of: table, option: "--header")
      })
    digest = SHA256.hash(data: Data("\(channel.name)\n\(order.template)\n".utf8) + order.csv)
      .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    read(table, to: to, places)
  }

  private struct Places {
    var params: [BroadcastValue]
    var sms: [BroadcastValue]?
    var header: BroadcastValue?
  }

  private mutating func read(_ table: CSVTable, to: Int, _ places: Places) {
    mistakes = table.brokenRows.map { Mistake(line: $0.line ?? 0, words: $0.words, number: "") }
    var firstLines: [String: Int] = [:]
    for row in table.rows {
      do {
        let number = try self.number(row, at: to)
        let filled = BroadcastPlaces(
          params: try values(places.params, of: row), sms: try places.sms.map { try values($0, of: row) },
          header: try places.header.map { try value($0, of: row) })
        var skipped: String?
        if let first = firstLines[number] {
          skipped = "repeated, see line \(first)"
        } else {
          firstLines[number] = row.line
        }
        rows.append(BroadcastRow(line: row.line, number: number, places: filled, skipped: skipped))
      } catch let mistake as Mistake {
        mistakes.append(
          Mistake(
            line: row.line, column: mistake.column, words: mistake.words,
            number: String(row[to].oneLine.prefix(40))))
      } catch {
        mistakes.append(Mistake(line: row.line, words: "\(error)", number: ""))
      }
    }
    mistakes.sort { $0.line < $1.line }
  }

  private func number(_ row: CSVRow, at column: Int) throws -> String {
    let written = row[column].oneLine
    if let number = PhoneNumber.canonical(written) { return number }
    let words =
      written.isEmpty
      ? "it is empty; write the customer's number."
      : "`\(written.prefix(40))` is no phone number; write it like 628123456789 or 08123456789."
    throw Mistake(line: row.line, column: numberColumn, words: words, number: "")
  }

  private func values(_ values: [BroadcastValue], of row: CSVRow) throws -> [String] {
    try values.map { try value($0, of: row) }
  }

  /// WhatsApp refuses a value with line breaks or tabs, and one that is empty.
  private func value(_ value: BroadcastValue, of row: CSVRow) throws -> String {
    let (text, column): (String, String?) =
      switch value {
      case .text(let text): (text.oneLine, nil)
      case .column(let name, let index): (row[index].oneLine, name)
      }
    func mistake(_ words: String) -> Mistake {
      Mistake(line: row.line, column: column, words: words, number: "")
    }
    guard !text.isEmpty else { throw mistake("it is empty, and stands in the template; write something.") }
    let length = text.unicodeScalars.count
    guard length <= Limits.templateParam else {
      throw mistake(
        "it has \(length) characters; WhatsApp takes at most \(Limits.templateParam): make it shorter.")
    }
    return text
  }

  /// Skips what is known to be in vain, by number.
  mutating func skip(_ obstacles: [String: String]) {
    for index in rows.indices where rows[index].skipped == nil {
      rows[index].skipped = obstacles[rows[index].number]
    }
  }

  var rowsToSend: [BroadcastRow] { rows.filter { $0.skipped == nil } }

  /// All rows as they are stored: those that cannot be used are skipped.
  var allRows: [BroadcastRow] {
    let broken = mistakes.map {
      BroadcastRow(
        line: $0.line, number: $0.number, places: BroadcastPlaces(),
        skipped: "broken: \($0.sentence)")
    }
    return (rows + broken).sorted { $0.line < $1.line }
  }
}

extension BroadcastPlan.Mistake: Error {
  /// Column and words, for behind the place of its row.
  var sentence: String { column.map { "column `\($0)`: \(words)" } ?? words }
}

extension BroadcastOrder {
  /// The template without what stands in its places.
  fileprivate func messageTemplate() throws(AdminRefusal) -> MessageTemplate {
    guard smsMap == nil || sms != nil else {
      throw AdminRefusal(.invalid, "--sms-map fills the places of an SMS template; name it with --sms.")
    }
    guard sms == nil || !checksNumbers else {
      throw AdminRefusal(
        .invalid,
        "--check-numbers leaves out who is not on WhatsApp, and --sms is there to reach them; give one of the two."
      )
    }
    let template = MessageTemplate(
      name: template, sms: sms.map { MessageTemplate.SMS(name: $0) }, languageCode: languageCode)
    try Content.template(template).check { $0 }
    return template
  }
}
