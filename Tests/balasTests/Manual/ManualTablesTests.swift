import Dialogue
import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML
import Testing

/// The tables of the manual, row by row.
@Suite struct ManualTablesTests {
  static let winners = Manual.table("Customer writes", "Scenarios have", "Winner")
  static let expectations = Manual.table("`expect`", "takes, for example", "and keeps")

  @Test("both tables are there")
  func there() {
    #expect(Self.winners.count >= 6)
    #expect(Self.expectations.count >= 10)
  }

  @Test("who wins in the table wins", arguments: winners)
  func wins(row: [String]) throws {
    let message = try #require(Manual.quoted(row[0]).first)
    let asked = row[0].contains("asked for a number") ? "number" : "text 2-60"
    let isAsked = row[0].contains("asked for")
    var bot =
      "scenarios:\n  question:\n    steps:\n      - ask: \"?\"\n        save: v\n        expect: \(asked)\n"
    var names: [String: String] = [:]
    for (index, start) in row[1].components(separatedBy: ", ").enumerated() {
      let phrase = try #require(Manual.quoted(start).first)
      let kind = start.hasPrefix("exact") ? "exact" : start.hasPrefix("pattern") ? "pattern" : "keywords"
      names[phrase] = "s\(index)"
      bot += "  s\(index):\n    \(kind): [\"\(phrase)\"]\n    reply: \"s\(index)\"\n"
      if start.hasPrefix("always-word") { bot += "    interrupt: always\n" }
    }
    let folder = try TemporaryFolder()
    try folder.write(bot + "default: {reply: default}\n", to: "bot.yaml")
    let compilation = Compilation.folder(folder.url.path)
    guard !row[2].hasPrefix("a mistake") else {
      #expect(compilation.diagnostics.contains { $0.rule == "phrase-conflict" && $0.severity == .error })
      return
    }
    let compiled = try #require(compilation.bot, "\(compilation.diagnostics)")
    let winner =
      if row[2].hasPrefix("the answer") {
        "(silent)"
      } else if row[2].hasPrefix("the default") {
        "default"
      } else {
        try #require(Manual.quoted(row[2]).first.flatMap { names[$0] })
      }
    let again = row[2].contains("then the question comes again") ? "      bot: \"?\"\n" : ""
    try folder.write(
      "tests:\n  row:\n    \(isAsked ? "start: {scenario: question}" : "language: id")\n    talk: |\n"
        + (isAsked ? "      bot: ?\n" : "") + "      user: \(message)\n      bot: \(winner)\n"
        + again.replacing("\"", with: ""), to: "bot.test.yaml")
    try expectPassed(compiled, folder)
  }

  @Test("what the table of answers takes is taken, and kept as it says", arguments: expectations)
  func expects(row: [String]) throws {
    // These take other messages than those beside them.
    let narrower: Set = ["digits 4-8", "date future", "date past"]
    for expectation in Manual.quoted(row[0]) where !narrower.contains(expectation) {
      let takes = row[1].contains("`") ? Manual.quoted(row[1]) : ["[media]"]
      let keeps = Manual.quoted(row[2])
      #expect(takes.count <= keeps.count)
      for (written, kept) in zip(takes, keeps) {
        if expectation == "number 1-100", Int(kept).map({ $0 > 100 }) == true { continue }
        let day = written == "besok" ? "2026-08-16" : "2026-08-14"
        let folder = try TemporaryFolder()
        try folder.write(
          """
          scenarios:
            question:
              steps:
                - ask: "?"
                  save: v
                  expect: \(expectation)
                - say: Terima kasih
          default: {reply: default}

          """, to: "bot.yaml")
        try folder.write(
          """
          tests:
            row:
              at: \(day) 09:00
              start: {scenario: question}
              talk: |
                bot: ?
                user: \(written)
                bot: Terima kasih
                expect: v = \(kept)

          """, to: "bot.test.yaml")
        let compilation = Compilation.folder(folder.url.path)
        try expectPassed(try #require(compilation.bot, "\(compilation.diagnostics)"), folder)
      }
    }
  }

  private func expectPassed(_ bot: Bot, _ folder: TemporaryFolder) throws {
    let suite = BotSuite(bot, version: nil, folder: folder.url.path)
    #expect(suite.diagnostics.map(\.message) == [])
    let transcript = try #require(suite.transcripts.first)
    let result = suite.run(transcript)
    #expect(result.isPassed, "\(result.failures)")
  }
}
