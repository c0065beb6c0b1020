import Dialogue
import Journal
import ScenarioFile
import Testing

@testable import Service

@Suite("a customer who was silent for a day", .timeLimit(.minutes(1)))
struct WindowWayTests {
  private func bot(in folder: TemporaryFolder) throws -> Bot {
    try folder.write(
      "bot/bot.yaml",
      """
      bot: {session: 5d}
      scenarios:
        order:
          keywords: [pesan]
          steps:
            - ask: Mau pesan apa?
              save: what
              timeout: 2d
              on_timeout:
                - say: Stok masih ada.
                  not_sent:
                    - template: sampai_jumpa
                - template: masih_perlu
                  params: ["{contact.name|Kak}", pesanan]
            - say: "{what}, siap!"
        cancel:
          exact: [batal, cancel]
          interrupt: always
          reply: Baik.
      default:
        reply: Ketik PESAN.

      """)
    let compilation = Compilation.folder(folder.path + "/bot")
    #expect(compilation.diagnostics.isEmpty)
    return try #require(compilation.bot)
  }

  @Test("gets the template at once, and the text that was to be said before it when they write, in order")
  func answers() async throws {
    let folder = try TemporaryFolder()
    try await PeopleBench.run(in: folder, bot: try bot(in: folder)) { bench in
      try await bench.hear("pesan")
      #expect(await bench.received(1) == ["Mau pesan apa?"])
      bench.time.advance(by: .seconds(2 * 86_400))
      #expect(await bench.receivedInTime(2).last == "[template masih_perlu] Kak, pesanan")
      let held = try #require(try await bench.admin.outbox(state: .queued, limit: 9).first)
      #expect(held.reason?.hasPrefix("waits until the customer writes") == true)
      try await bench.hear("halo")
      #expect(await bench.received(4).suffix(2) == ["Stok masih ada.", "Ketik PESAN."])
      try await bench.settle()
    }
  }

  @Test("and does not write for another day: what waited ends, and its not_sent is done")
  func doesNotAnswer() async throws {
    let folder = try TemporaryFolder()
    try await PeopleBench.run(in: folder, bot: try bot(in: folder)) { bench in
      try await bench.hear("pesan")
      _ = await bench.received(1)
      bench.time.advance(by: .seconds(2 * 86_400))
      _ = await bench.receivedInTime(2)
      bench.time.advance(by: .seconds(86_400))
      #expect(await bench.receivedInTime(3).last == "[template sampai_jumpa]")
      try await bench.settle()
      #expect(try await bench.admin.outbox(state: .expired, limit: 9).count == 1)
    }
  }
}
