import Foundation
import Testing

@testable import Dialogue

@Suite struct ExplanationTests {
  let bot = TestBots.bot([
    TestBots.scenario("catalog", keywords: ["daftar harga"]),
    TestBots.scenario("price", keywords: ["harga"]),
    TestBots.scenario("shipping", keywords: ["ongkir", "ongkos kirim"]),
    TestBots.scenario("menu", exact: ["daftar"]),
  ])

  @Test("it shows the winner, those behind it and those that nearly fit, each with what it lacked")
  func tells() {
    let told = bot.explain("Daftar harga, ongkir, ongkos?")
    #expect(told.words == ["daftar", "harga", "ongkir", "ongkos"])
    #expect(told.winner?.scenario == "catalog")
    #expect(told.winner?.lacked == nil)
    #expect(told.runnersUp.map(\.start.phrase) == ["harga", "ongkir"])
    #expect(told.runnersUp.map(\.lacked) == ["has 1 word, the winner 2", "has 1 word, the winner 2"])
    #expect(told.nearMisses.map(\.start.phrase) == ["daftar", "ongkos kirim"])
    #expect(told.nearMisses.map(\.lacked) == ["must be the whole message", "lacks \"kirim\""])
  }

  @Test("of equal phrases it says that one was written later")
  func later() {
    #expect(
      bot.explain("ongkir harga").runnersUp.map(\.lacked) == [
        "has as many words, but the customer wrote it later"
      ])
  }

  @Test("behind the whole message everything else is not the whole message")
  func whole() {
    #expect(bot.explain("daftar harga").runnersUp.map(\.lacked) == ["is not the whole message"])
  }

  @Test("what nearly fits is told of the words as they were respelled")
  func respelled() {
    let told = bot.explain("ongkosnya kirim brp, hargaaa daftar")
    #expect(told.words == ["ongkos", "kirim", "brp", "harga", "daftar"])
    #expect(told.nearMisses.map(\.lacked).allSatisfy { $0?.contains("lacks") == false })
  }

  @Test("without a day to judge by, a date fits on either side of today")
  func anyDay() throws {
    let bot = TestBots.bot([
      Scenario(
        name: "born",
        starts: [
          Start(
            pattern: try Pattern(parsing: "lahir {d:date past}"),
            position: SourcePosition(file: "bot.yaml", line: 1, column: 1))
        ], steps: [], position: SourcePosition(file: "bot.yaml", line: 1, column: 1))
    ])
    for date in ["17/08/1990", "17/08/2090", "17/08/90", "kemarin", "besok"] {
      #expect(bot.explain("lahir \(date)").winner?.scenario == "born", "\(date)")
    }
    let now = AnswerContext(now: Timestamp(milliseconds: 0), timezone: .gmt)
    #expect(bot.explain("lahir 17/08/1990", in: now).winner == nil)
  }

  @Test("nothing fits: there is no winner")
  func nothing() {
    let told = bot.explain("👍")
    #expect(told == Explanation(words: [], winner: nil, runnersUp: [], nearMisses: []))
  }

  @Test(
    "what a question takes is told as the author writes it",
    arguments: [
      "text", "text 2-60", "number", "number 1-100", "number 18-", "number 5", "digits 16", "digits 4-8",
      "phone",
      "email", "date", "date future", "time", "yes-no", "one of [small, large]", "pattern INV-{n:digits 4}",
      "media",
    ])
  func expectation(written: String) throws {
    #expect(try Expectation(parsing: written).written == written)
  }

  @Test("what decided is told: an always-word, the whole message, most words, what was written first")
  func rungs() {
    let bot = TestBots.bot([
      TestBots.scenario("price", keywords: ["harga", "daftar harga"]),
      TestBots.scenario("shipping", keywords: ["ongkir"]),
    ])
    #expect(bot.explain("ongkir").rung.kind == .whole)
    #expect(bot.explain("daftar harga ongkir").rung.kind == .most)
    #expect(bot.explain("ongkir harga").rung.kind == .first)
    #expect(bot.explain("ongkri kak").rung.isMended)
    #expect(bot.explain("halo").rung.kind == .none)
  }
}
