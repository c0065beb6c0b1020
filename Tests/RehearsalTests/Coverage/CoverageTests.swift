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
    #expect(told(report.scenarios) == ["8 hello", "36 agent", "43 promo"])
    #expect(report.steps.total == 13)
    #expect(
      told(report.steps) == [
        "10 hello: say", "24 order: say", "25 order: end", "30 order: say", "35 order: say", "46 promo: say",
        "48 promo: set", "49 promo: say", "4 bot: say",
      ])
    #expect(
      told(report.branches) == [
        "24 order: on_timeout of ask", "30 order: failed of call", "35 order: else", "36 agent: panel opened",
        "36 agent: nudge of panel", "36 agent: release of panel", "48 promo: not_sent of say", "3 bot: on_idle",
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
