import Dialogue
import Rehearsal
import Testing

@Suite struct CoverageTests {
  private func report(_ talk: String, setup: String = "") throws -> CoverageReport {
    let suite = try ShopFolder.suite(talk, setup: setup)
    var coverage = Coverage()
    for transcript in suite.transcripts { coverage.add(suite.run(transcript).coverage) }
    return CoverageReport(suite.bot.bot, coverage)
  }

  @Test("what no test touches is named with its place, in the order of the files")
  func untouched() throws {
    let calls = "    calls:\n      POST https://erp.example.co.id/orders: {id: A1, total: 700}\n"
    let report = try report("user: pesan\nuser: Budi\nuser: 2", setup: calls)
    func told(_ part: CoverageReport.Part) -> [String] {
      part.untouched.map { "\($0.position.line) \($0.name)" }
    }
    #expect(told(report.scenarios) == ["8 hello", "35 agent", "42 promo"])
    #expect(report.steps.total == 14)
    #expect(
      told(report.steps) == [
        "10 hello: say", "23 order: say", "24 order: end", "29 order: say", "34 order: say", "45 promo: say",
        "47 promo: set", "48 promo: say", "4 bot: say",
      ])
    #expect(
      told(report.branches) == [
        "23 order: on_timeout of ask", "29 order: failed of call", "34 order: else", "35 agent: panel opened",
        "35 agent: nudge of panel", "35 agent: release of panel", "47 promo: not_sent of say",
        "3 bot: on_idle",
        "50 default: miss 1", "50 default: miss 2",
      ])
    #expect(report.percent < 40)
  }

  @Test("a bot that is touched everywhere is covered to 100 percent")
  func all() throws {
    let calls = """
          calls:
            POST https://erp.example.co.id/orders: [{id: A, total: 700}, {id: B, total: 7}, timeout]

      """
    let order = "user: pesan\nuser: Budi\nuser: 2\nbot: ...\n"
    let talk = """
      user: halo
      \(order)\(order)\(order)user: pesan
      wait: 1h
      user: pesan
      user: Budi
      wait: 1h
      user: promo
      status: failed
      user: x
      bot: ...
      user: x
      bot: ...
      user: cs
      wait: 3h
      """
    let report = try report(talk, setup: calls)
    let left = [report.scenarios, report.steps, report.branches].flatMap(\.untouched).map(\.name)
    #expect(left == [])
    #expect(report.percent == 100)
  }
}
