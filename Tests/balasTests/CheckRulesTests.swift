import ArgumentParser
import Foundation
import ScenarioFile
import StrictYAML
import Testing

@testable import balas

@Suite("balas check --rules")
struct CheckRulesTests {
  @Test("each rule is listed with what it finds and what to do")
  func list() {
    let report = Check.rules(named: [], format: .text)
    #expect(report.status == 0)
    #expect(report.remarks.isEmpty)
    for name in RuleBook.names { #expect(report.output.contains("\n  \(name)  ")) }
    #expect(
      report.output.contains(
        """
          no-default  warning
            A bot without `default`, which is silent where nothing fits.
            Add `default:` with a `reply`.

        """))
  }

  @Test("one rule is explained at length, with its example")
  func one() {
    #expect(
      Check.rules(named: ["filler-keyword"], format: .text).output == """
        filler-keyword  warning

          A keyword of nothing but words that people add to any message, such as `kak` or `ya`.
          Put it under `exact`, where it must be the whole message, or add the word it is about.

          Instead of

            hello:
              keywords: [kak]
              reply: Halo Kak!

          write

            hello:
              exact: [kak]
              reply: Halo Kak!

          Where it is meant, `# balas: allow filler-keyword` at the end of the line, or alone on the line above,
          silences the warning.

        """)
  }

  @Test("an error cannot be allowed, and its page does not say so")
  func error() {
    #expect(!Check.rules(named: ["bare-number"], format: .text).output.contains("balas: allow"))
  }

  @Test("a rule that does not exist is told, with the nearest, and status 2")
  func unknown() {
    let report = Check.rules(named: ["filler-keywords"], format: .text)
    #expect(report.status == 2)
    #expect(report.output.isEmpty)
    #expect(
      report.remarks == "balas: there is no rule `filler-keywords`. Did you mean `filler-keyword`?\n")
  }

  @Test("for programs the rules are JSON with all that is known of them")
  func json() throws {
    struct Listed: Decodable {
      var rule: String
      var severities: [String]
      var finds, remedy, bad, mended: String
    }
    let output = Check.rules(named: [], format: .json).output
    let rules = try JSONDecoder().decode([Listed].self, from: Data(output.utf8))
    #expect(Set(rules.map(\.rule)) == Set(RuleBook.names))
    #expect(rules.allSatisfy { !$0.bad.isEmpty && !$0.mended.isEmpty })
  }

  @Test("a warning that is allowed is none, not even when strict")
  func allowed() throws {
    let folder = try TemporaryFolder()
    let bot = "scenarios:\n  a:\n    keywords: [kak]%\n    reply: y\ndefault: {reply: z}\n"
    try folder.write(bot.replacing("%", with: ""), to: "bot.yaml")
    #expect(try Check.parse(["--strict", folder.url.path]).report().status == 1)
    try folder.write(bot.replacing("%", with: " # balas: allow filler-keyword"), to: "bot.yaml")
    #expect(try Check.parse(["--strict", folder.url.path]).report().status == 0)
  }
}
