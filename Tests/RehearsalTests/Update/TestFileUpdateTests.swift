import Rehearsal
import StrictYAML
import Testing

/// What `--update` does to a file.
@Suite struct TestFileUpdateTests {
  private func updated(_ file: String) throws -> String {
    let shop = try ShopFolder(["bot.test.yaml": file])
    let suite = try shop.suite()
    #expect(suite.diagnostics.map(\.message) == [])
    let results = suite.transcripts.map { suite.run($0) }
    let text = TestFileUpdate(file, results.filter { !$0.isPassed }).text
    try shop.write(text, to: "bot.test.yaml")
    let again = try shop.suite()
    #expect(again.transcripts.allSatisfy { again.run($0).isPassed })
    return text
  }

  private let before = """
    # Tes toko   \t
    tests:
      'first':       # a name
        talk: |

          # comment
          user:   halo
          bot:    Hai
            # inside
            sekali

          # below
          user: cs
          user: halo
          expect: panel open
          wait: 10m
          bot:    ... antre.
          bot: Salah
      second: {at: 2026-01-05 10:00, talk: "x"}

    """

  private let after = """
    # Tes toko   \t
    tests:
      'first':       # a name
        talk: |

          # comment
          user:   halo
          bot:    Halo Kak
            # inside

          # below
          user: cs
          user: halo
          bot:    Tunggu ya.
          expect: panel open
          wait: 10m
          bot:    ... antre.

    """

  @Test("only the lines of the bot that differ change, everything else stays byte for byte")
  func bytes() throws {
    let file = before.replacing("  second: {at: 2026-01-05 10:00, talk: \"x\"}\n", with: "")
    #expect(try updated(file) == after)
    #expect(
      try updated(file.replacing("\n", with: "\r\n")) == after.replacing("\n", with: "\r\n"), "line ends stay"
    )
    #expect(try updated(after) == after)
  }

  @Test("a last line without an end gets one if a line comes below it")
  func lastLine() throws {
    #expect(
      try updated("tests:\n  a:\n    talk: |\n      user: halo")
        == "tests:\n  a:\n    talk: |\n      user: halo\n      bot:  Halo Kak\n")
  }

  @Test("what was silent speaks, and what spoke is silent")
  func silence() throws {
    #expect(
      try updated(
        "tests:\n  a:\n    talk: |\n      user: halo\n      bot: (silent)\n      wait: 1m\n      bot: Halo?\n"
      )
        == "tests:\n  a:\n    talk: |\n      user: halo\n      bot: Halo Kak\n      wait: 1m\n      bot: (silent)\n"
    )
  }
}
