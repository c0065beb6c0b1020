import Foundation
import Testing

/// The verbs that look back, asked of a daemon that nobody has written to.
@Suite struct ReviewVerbsTests {
  @Test("plan compares what a reload would read, or a folder that is not deployed yet")
  func plan() async throws {
    let installation = try Installation()
    let daemon = try installation.start()
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    #expect(try installation.balas("plan").output.contains(", unchanged\n"))

    let draft = installation.path + "/draft"
    try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: true)
    try installation.write("draft/bot.yaml", Installation.botFile(saying: "Coba lagi."))
    let before = try installation.channels()
    let compared = try installation.balas("plan", "--bot", draft)
    #expect(compared.status == 0, "\(compared.output)")
    #expect(compared.output.contains("bot → \(draft)") && compared.output.contains("no message to compare"))
    #expect(try installation.channels() == before)

    try installation.write("draft/bot.yaml", "scenarios: {hello: {keywords: [halo], repl: x}}\n")
    let broken = try installation.balas("plan", "--bot", draft)
    #expect(broken.status == 1 && broken.output.contains("draft/bot.yaml:1:39"), "\(broken.output)")
    try installation.write("bot/bot.yaml", "scenarios: [\n")
    let failing = try installation.balas("plan")
    #expect(failing.status == 1 && failing.output.contains("a reload would change nothing"))

    let text = try String(contentsOfFile: installation.config, encoding: .utf8)
    try installation.write("bot/bot.yaml", Installation.botFile(saying: "Maaf."))
    try installation.write("balas.yaml", text.replacing("bot: bot", with: "bot: draft"))
    try installation.write("draft/bot.yaml", Installation.botFile(saying: "Coba lagi."))
    let moved = try installation.balas("plan")
    #expect(moved.status == 0 && moved.output.contains("bot → \(draft)"), "\(moved.output)")
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
  }

  @Test("what makes no sense is told in a sentence, and what is not there too")
  func sentences() async throws {
    let installation = try Installation()
    let daemon = try installation.start()
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    for (words, status, sentence) in [
      (["plan", "--project", "99"], 2, "balas: No project 99 is configured; there is"),
      (["usage", "--project", "99"], 2, "balas: No project 99 is configured; there is"),
      (["unanswered"], 0, "Nothing got the default since 20"),
      (["why", "inbox/7"], 2, "balas: inbox/7 is not in the journal; "),
      (["why", "wamid.nothing"], 2, "balas: No message `wamid.nothing` is in the journal; "),
      (["plan", "--since", "0d"], 64, "--since"), (["unanswered", "--since", "nonsense"], 64, "--since"),
      (["plan", "--bot", installation.path + "/nowhere"], 2, "balas: there is no folder "),
    ] as [([String], Int32, String)] {
      let result = try Command.run(
        Repository.program, words + ["--config", installation.config], environment: installation.environment)
      #expect(result.status == status && result.output.contains(sentence), "\(words): \(result.output)")
    }
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
  }
}
