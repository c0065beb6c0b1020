import Testing

@testable import Dialogue

@Suite struct ExpectationParsingTests {
  @Test(
    "expectations as authors write them",
    arguments: [
      ("text 2-60", .text(2...60)), ("text", .text(1...4096)), ("text 5-", .text(5...4096)),
      ("number 1-100", .number(NumberRange(from: 1, to: 100))), ("number", .number(NumberRange())),
      ("number 0-", .number(NumberRange(from: 0))), ("digits 16", .digits(16...16)),
      ("digits 4-8", .digits(4...8)),
      (" phone ", .phone), ("email", .email), ("date", .date(.any)), ("date future", .date(.future)),
      ("date past", .date(.past)), ("time", .time), ("yes-no", .yesNo),
      ("one of [a, b]", .oneOf(["a", "b"])),
      ("one of ['a b',\"c\"]", .oneOf(["a b", "c"])), ("media", .media), ("Text 2 - 60", .text(2...60)),
    ] as [(String, Dialogue.Expectation)])
  func reads(text: String, expectation: Dialogue.Expectation) throws {
    #expect(try Dialogue.Expectation(parsing: text) == expectation)
  }

  @Test(
    "a mistake is told with its place",
    arguments: [
      ("nummer 1-5", "\"nummer\" is nothing a question can expect", 0, 6),
      ("", "a kind is missing here", 0, 0),
      ("text 60-2", "the range 60-2 ends before it begins", 5, 4),
      ("text 0-5", "the lengths of `text` go from 1 to 4096", 5, 3),
      ("text 5000-", "the lengths of `text` go from 1 to 4096", 5, 5),
      ("digits 41-", "the lengths of `digits` go from 1 to 40", 7, 3),
      ("text 2 60", "\"2 60\" is no range", 5, 4),
      ("number banyak", "\"banyak\" is no range", 7, 6),
      ("date besok", "\"besok\" does not go with `date`", 5, 5),
      ("phone 08", "nothing may follow `phone`", 6, 2),
      ("one of a, b", "a list between [ and ] is missing after `one of`", 4, 7),
      ("one of [a, A!]", "\"a\" and \"A!\" are the same answer", 4, 10),
      ("pattern INV-{n:digit 4}", "\"digit\" is no kind of slot", 15, 5),
    ])
  func mistakes(text: String, message: String, offset: Int, length: Int) throws {
    let mistake = #expect(throws: SyntaxMistake.self) { try Dialogue.Expectation(parsing: text) }
    #expect(mistake?.message == message)
    #expect(mistake?.offset == offset && mistake?.length == length, "\(String(describing: mistake))")
  }

  @Test("an unknown word comes with what is known")
  func candidates() throws {
    let mistake = #expect(throws: SyntaxMistake.self) { try Dialogue.Expectation(parsing: "nummer 1-5") }
    #expect(mistake?.word == "nummer" && mistake?.candidates.contains("number") == true)
  }
}
