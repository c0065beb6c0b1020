import CSV
import Testing

struct CSVReaderTests {
  @Test("commas, semicolons and tabs are told apart by the line of names", arguments: [",", ";", "\t"])
  func separators(separator: String) throws {
    let table = try read(
      "nomor,nama,kota\n0812,\"Sari, Dewi; dan\tadik\",Solo\n".replacing(",", with: separator))
    #expect(table.separator.rawValue == separator.utf8.first)
    #expect(table.header == ["nomor", "nama", "kota"])
    #expect(
      table.rows.map(\.values)
        == [["0812", "Sari\(separator) Dewi; dan\tadik", "Solo"]])
  }

  @Test("what is quoted in the line of names does not count, and one column needs no separator")
  func quotedNames() throws {
    #expect(try read("\"a,b,c\";d\n1;2").header == ["a,b,c", "d"])
    #expect(try read("nomor\n0812\n0813").rows.map(\.values) == [["0812"], ["0813"]])
  }

  @Test("a line sep= before the names says the separator")
  func namedSeparator() throws {
    let table = try read("sep=;\r\nnama, lengkap;nomor\r\nA;1\r\n")
    #expect(table.header == ["nama, lengkap", "nomor"])
    #expect(table.rows == [CSVRow(line: 3, values: ["A", "1"])])
  }

  @Test("lines end as on any system", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let table = try read(["a,b", "1,2", "", "3,4"].joined(separator: end))
    #expect(table.rows == [CSVRow(line: 2, values: ["1", "2"]), CSVRow(line: 4, values: ["3", "4"])])
  }

  @Test("quotes hold separators, quotes and line breaks, and lines are counted on behind them")
  func quotes() throws {
    let table = try read("a,b\r\n\"x\"\"y\",\"one\r\ntwo\"\r\n3,\"\"\r\n")
    #expect(
      table.rows == [
        CSVRow(line: 2, values: ["x\"y", "one\ntwo"]), CSVRow(line: 4, values: ["3", ""]),
      ])
  }

  @Test("a quote inside a value that does not begin with one is a quote")
  func bareQuote() throws {
    #expect(try read("a,b\n5\" pipa,x\n").rows[0].values == ["5\" pipa", "x"])
  }

  @Test(
    "a byte order mark, spaces around names and what spreadsheets leave at the end are no part of the table")
  func leftovers() throws {
    let table = try read("\u{feff} nomor ;nama;;\r\n0812; A ;;\r\n;;;\r\n   \r\n")
    #expect(table.header == ["nomor", "nama"])
    #expect(table.rows == [CSVRow(line: 2, values: ["0812", " A "])])
    #expect(table.brokenRows.isEmpty)
  }

  @Test("rows of another length and text behind a quote are named, and the others are read")
  func brokenRows() throws {
    let table = try read("a,b\n1\n1,2,3\n\"x\"y,2\n5,6\n")
    #expect(table.rows == [CSVRow(line: 5, values: ["5", "6"])])
    #expect(
      table.brokenRows.map(\.description) == [
        "people.csv:2 has 1 value for 2 columns.",
        "people.csv:3 has 3 values for 2 columns. Quote a value that holds the separator.",
        "people.csv:4 has text right behind a closing quote. Write \"\" for a quote inside a quoted value.",
      ])
  }

  @Test(
    "a file of which nothing can be used is refused in one sentence",
    arguments: [
      ("", "people.csv is empty; its first line must name the columns."),
      ("\r\n\n", "people.csv is empty; its first line must name the columns."),
      ("a,b,a\n", "people.csv:1 names the column \"a\" twice."),
      (
        "a\n\"x\ny\n",
        "people.csv:2 opens a quote that is never closed. Write \"\" for a quote inside a quoted value."
      ),
      ("a\0b", "people.csv is no text in UTF-8. Save it as \"CSV UTF-8 (comma delimited)\"."),
    ])
  func unusable(text: String, sentence: String) {
    let mistake = #expect(throws: CSVMistake.self) { try read(text) }
    #expect(mistake?.description == sentence)
  }

  @Test("a file in another encoding is refused, with the first line that shows it")
  func encoding() {
    let mistake = #expect(throws: CSVMistake.self) {
      try CSVReader.read(Array("nama\nSari\nJos".utf8) + [0xe9], name: "people.csv")
    }
    #expect(
      mistake?.description
        == "people.csv:3 is not written in UTF-8. Save the file as \"CSV UTF-8 (comma delimited)\".")
  }

  @Test("a column is found by its name, or by the only one that differs by capitals; else all are named")
  func columns() throws {
    let table = try read("Nomor,nama,Nama\n1,2,3\n")
    #expect(try table.column("nomor") == 0)
    #expect(try table.column("Nama") == 2)
    let mistake = #expect(throws: CSVMistake.self) { try table.column("NAMA") }
    #expect(
      mistake?.description
        == "people.csv has no column \"NAMA\"; its columns are \"Nomor\", \"nama\", \"Nama\".")
  }

  @Test(
    "the phone numbers are in the only column, or in the only one that is called like them",
    arguments: [
      ("apa saja\n1", 0), ("nama;No. HP\nA;1", 1), ("Nomor WhatsApp,nama\n1,A", 0),
      ("id\tphone_number\n1\t2", 1),
    ])
  func phoneColumn(text: String, column: Int) throws {
    #expect(try read(text).phoneColumn(option: "--column") == column)
  }

  @Test(
    "where no column is surely the phone numbers', a person names it",
    arguments: [
      (
        "nama,alamat\nA,B",
        "has no column that is called like a phone number; name one of \"nama\", \"alamat\" with --column."
      ),
      (
        "nama,hp,wa\nA,1,2",
        "has several columns that may hold the phone number; name one of \"hp\", \"wa\" with --column."
      ),
    ])
  func noPhoneColumn(text: String, words: String) throws {
    let table = try read(text)
    let mistake = #expect(throws: CSVMistake.self) { try table.phoneColumn(option: "--column") }
    #expect(mistake?.words == words)
  }

  @Test("what the writer writes, the reader reads", arguments: CSVSeparator.allCases)
  func roundTrip(separator: CSVSeparator) throws {
    let writer = CSVWriter(separator: separator)
    let rows = [
      ["a", "b,c", "d;e"], ["=1+2", "tab\there", "say \"hi\""], ["", "two\nlines", " kept "],
      ["\"", "é 😀", "-"],
    ]
    let table = try read(rows.map(writer.line).joined())
    #expect([table.header] + table.rows.map(\.values) == rows)
  }

  private func read(_ text: String) throws -> CSVTable {
    try CSVReader.read(Array(text.utf8), name: "people.csv")
  }
}
