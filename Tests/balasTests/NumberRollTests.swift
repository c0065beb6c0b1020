import CSV
import Testing

@testable import balas

@Suite("numbers to ask for")
struct NumberRollTests {
  private func roll(_ text: String, column: String? = nil) throws -> NumberRoll {
    try NumberRoll(try CSVReader.read(Array(text.utf8), name: "people.csv"), column: column)
  }

  @Test("each number is there once, in the order in which it was given first")
  func once() throws {
    let roll = NumberRoll(["0812 3456 789", "+65 9123 4567", "62812-3456-789"])
    #expect(roll.numbers == ["628123456789", "6591234567"])
    #expect(roll.mistakes.isEmpty)
    let file = try self.roll("nama;No HP\r\nA;08123456789\r\nB;628123456780\r\nC;+62 812 3456 789\r\n")
    #expect(file.numbers == ["628123456789", "628123456780"])
    #expect(file.separator == .semicolon)
  }

  @Test("another column is named, by its name without regard to capitals")
  func column() throws {
    #expect(try roll("hp,Kantor\n08123456789,0215550199", column: "kantor").numbers == ["62215550199"])
    let mistake = #expect(throws: CSVMistake.self) { try roll("hp\n1", column: "wa") }
    #expect(mistake?.description == "people.csv has no column \"wa\"; its columns are \"hp\".")
  }

  @Test("what is no number is named with its line, and what moves a terminal is not shown")
  func mistakes() throws {
    let roll = try roll("nama,hp\nA,08123456789\nB,6.28123E+11\nC\nD,\nE,12\u{1B}[2J\n")
    #expect(
      Set(roll.complaint) == [
        "people.csv:3 `6.28123E+11` is no phone number; write it like 628123456789 or 08123456789.",
        "people.csv:4 has 1 value for 2 columns.", "people.csv:5 has no number.",
        "people.csv:6 `12\\u{1b}[2J` is no phone number; write it like 628123456789 or 08123456789.",
        "Nothing was asked.",
      ])
    let many = NumberRoll((0..<30).map { "x\($0)" }).complaint
    #expect(many.count == 22)
    #expect(many.suffix(2) == ["… and 10 more.", "Nothing was asked."])
  }

  @Test("a file without rows is refused")
  func empty() {
    let mistake = #expect(throws: CSVMistake.self) { try roll("hp\n") }
    #expect(mistake?.description == "people.csv has no numbers under its column \"hp\".")
  }

  @Test(
    "a rate is a number, a second or not, within bounds",
    arguments: [
      ("5", 5), ("5/s", 5), ("0.5/s", 0.5), ("20", 20), ("0", nil), ("21/s", nil), ("x", nil), ("", nil),
    ]
      as [(String, Double?)])
  func rate(written: String, perSecond: Double?) {
    #expect(CheckRate(argument: written)?.perSecond == perSecond)
  }
}
