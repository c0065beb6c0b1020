import Foundation
import Testing

/// The program as a person types it.
@Suite struct CommandLineTests {
  static let verbs = [
    "demo", "sandbox", "check", "test", "chat", "explain", "run", "reload", "status", "doctor", "outbox",
    "outbox list",
    "outbox show", "outbox retry", "outbox drop", "session", "session list", "session show", "session say",
    "session release", "session pause", "send", "token", "why", "unanswered", "usage", "plan",
  ]

  private func balas(_ arguments: [String]) throws -> Command {
    try Command.run(Repository.program, arguments)
  }

  @Test("the help of every verb shows how it is called, with an example", arguments: verbs)
  func help(_ verb: String) throws {
    let result = try balas(verb.split(separator: " ").map(String.init) + ["--help"])
    #expect(result.status == 0)
    #expect(result.output.contains("USAGE: balas \(verb)"), "\(result.output)")
    #expect(result.output.contains("Examples:"), "\(result.output)")
    #expect(result.output.contains("  balas \(verb)"), "\(result.output)")
  }

  @Test("the help of all names every verb")
  func overview() throws {
    let result = try balas(["--help"])
    #expect(result.status == 0)
    for verb in Self.verbs where !verb.contains(" ") {
      #expect(result.output.contains("\n  \(verb) "), "\(verb)")
    }
  }

  @Test(
    "a wrong usage is told, and ends with 64",
    arguments: [
      "nonsense", "check --nonsense", "check --format xml", "explain", "explain bot", "run --nonsense",
      "send", "send --to 0812", "send --to 0812 halo --image a.jpg",
      "send --to 0812 --audio a.ogg --caption x",
      "sandbox --listen nowhere", "sandbox --callback ftp://x", "sandbox --retry-interval -1",
      "demo --port 99999", "test --format xml", "test --min-coverage 101",
      "session say 0812", "session say 0812 halo --pause --force", "session list --limit 0",
      "session show", "outbox show x", "outbox list --state lost", "token --format xml",
    ])
  func usage(_ line: String) throws {
    let result = try balas(line.split(separator: " ").map(String.init))
    #expect(result.status == 64)
    #expect(result.output.hasPrefix("Error: "), "\(result.output)")
    #expect(result.output.contains("--help"), "\(result.output)")
  }

  @Test(
    "a bot that is not there ends with 2 and one sentence",
    arguments: ["check nowhere", "explain nowhere halo", "test nowhere", "chat nowhere", "demo nowhere"])
  func missing(_ line: String) throws {
    let result = try balas(line.split(separator: " ").map(String.init))
    #expect(result.status == 2)
    #expect(result.output == "balas: there is no folder nowhere\n")
  }

  @Test(
    "without a daemon the verbs that need one say so and end with 2",
    arguments: [
      "reload --wait", "token --renew", "send --to 08123456789 halo", "session say 08123456789 halo",
    ])
  func noDaemon(_ line: String) throws {
    let installation = try Installation()
    let words = line.split(separator: " ").map(String.init)
    let result = try balas(words + ["--config", installation.config])
    #expect(result.status == 2)
    #expect(result.output.hasPrefix("balas: No daemon answers at "), "\(result.output)")
    #expect(result.output.filter { $0 == "\n" }.count == 1)
  }
}
