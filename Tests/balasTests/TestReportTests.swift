import Foundation
import Testing

@testable import balas

/// What `balas test` prints, beside the goldens of the whole program.
@Suite struct TestReportTests {
  private let bot = """
    scenarios:
      hello:
        keywords: [halo]
        reply: Halo Kak
    default:
      reply: Apa?

    """

  private func folder(_ tests: String?) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(bot, to: "bot.yaml")
    if let tests { try folder.write(tests, to: "bot.test.yaml") }
    return folder
  }

  private func report(
    _ folders: [TemporaryFolder], _ format: TestCommand.Format = .text, filter: String? = nil,
    updates: Bool = false
  ) async -> TestReport {
    var report = TestReport(format: format, style: TerminalStyle(isColoured: false), minCoverage: nil)
    let runner = BotTesting(filter: filter, updates: updates)
    for outcome in await runner.run(folders.map { BotFolder(path: $0.url.path) }) { report.add(outcome) }
    report.finish()
    if let filter, report.hasNothing(but: filter) { report.noteNothing(named: filter) }
    return report
  }

  private let good = "tests:\n  a:\n    talk: |\n      user: halo\n      bot: Halo Kak\n"
  private let old = """
    tests:
      a:
        talk: |
          user: halo
          bot: Hai
            Kak   # kept as text
          # kept
          user: x
          bot: (silent)

    """

  @Test("what --update rewrites is shown, and the tests pass then")
  func update() async throws {
    let folder = try folder(old)
    let before = await report([folder])
    #expect(before.status == 1)
    let report = await report([folder], updates: true)
    let file = folder.url.path + "/bot.test.yaml"
    #expect(
      report.output == """
        \(file):5  rewritten
          -       bot: Hai
          -         Kak   # kept as text
          +       bot: Halo Kak

        \(file):9  rewritten
          -       bot: (silent)
          +       bot: Apa?

        \(folder.url.path): 1 test passed

        """)
    #expect(report.status == 0)
    #expect(
      try String(contentsOfFile: file, encoding: .utf8) == """
        tests:
          a:
            talk: |
              user: halo
              bot: Halo Kak
              # kept
              user: x
              bot: Apa?

        """)
  }

  @Test("several bots are told one after the other, and together")
  func several() async throws {
    let folders = [try folder(good), try folder(old)]
    let report = await report(folders)
    #expect(
      report.output.hasSuffix(
        """
        \(folders[0].url.path): 1 test passed
        \(folders[1].url.path): 1 test, 0 passed, 1 failed
        2 bots: 2 tests, 1 passed, 1 failed

        """))
    #expect(report.status == 1)
  }

  @Test("a bot without tests, and a name that no test has, end with 2 and one sentence")
  func nothing() async throws {
    let empty = try folder(nil)
    let none = await report([empty])
    #expect(
      none.remarks == "balas: \(empty.url.path) has no tests; they stand in a file such as bot.test.yaml\n")
    #expect((none.status, none.output) == (2, ""))
    let beside = await report([empty, try folder(good)])
    #expect(beside.remarks == none.remarks)
    #expect(beside.status == 0)
    let full = try folder(good)
    let unnamed = await report([full], filter: "order")
    #expect(unnamed.remarks == "balas: no test has \"order\" in its name\n")
    #expect((unnamed.status, unnamed.output) == (2, ""))
  }

  @Test("with several paths, as a shell writes them for a wildcard, files are left out with a remark")
  func wildcard() throws {
    let bot = try folder(good)
    let file = bot.url.path + "/bot.yaml"
    let chosen = BotFolder.chosen(from: [file, bot.url.path, "nowhere"])
    #expect(chosen.folders.map(\.path) == [bot.url.path, "nowhere"])
    #expect(chosen.remarks == "balas: \(file) is a file, and left out\n")
    let alone = BotFolder.chosen(from: [file])
    #expect(alone.folders.map(\.path) == [file])
    #expect(alone.folders[0].obstacle == "\(file) is a file; name the folder that holds bot.yaml")
  }

  @Test("for GitHub each failure is a command with its place")
  func github() async throws {
    let folder = try folder(old)
    let report = await report([folder], .github)
    #expect(
      report.output.hasPrefix(
        "::error file=\(folder.url.path)/bot.test.yaml,line=5,col=7,endColumn=15,title=a::"))
    #expect(report.output.split(separator: "\n").count == 2)
  }
}
