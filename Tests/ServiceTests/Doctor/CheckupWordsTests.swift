import Service
import Testing

@Suite("what doctor says")
struct CheckupWordsTests {
  private func findings(_ configuration: String, bot: String) async throws -> [Checkup.Finding] {
    let folder = try TemporaryFolder()
    try folder.write("bot/bot.yaml", bot)
    let file = try folder.write("balas.yaml", configuration)
    return await Checkup(file: file, variables: ["BALAS_SECRET": "s"]).findings()
  }

  @Test("one of a thing is not called several")
  func one() async throws {
    let findings = try await findings(
      """
      listen: 127.0.0.1:0
      data: data
      admin: admin.sock
      gateway: {base_url: "http://127.0.0.1:1"}
      projects:
        - {client_id: "0009", project_id: "16", secret: {credential: secret}, bot: bot}

      """,
      bot: "scenarios:\n  a:\n    keywords: [a]\n    reply: $gone\ndefault:\n  reply: x\n")
    let configuration = try #require(findings.first { $0.subject == "configuration" })
    #expect(configuration.sentence.hasSuffix("balas.yaml, 1 project"))
    let bot = try #require(findings.first { $0.subject.hasPrefix("bot ") })
    #expect(bot.sentence.contains(" has 1 mistake; "))
  }
}
