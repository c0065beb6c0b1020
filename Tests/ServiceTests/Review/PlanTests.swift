import Dialogue
import Foundation
import Journal
import ScenarioFile
import Testing

@testable import Service

@Suite("what a reload would change")
struct PlanTests {
  private static let file = """
    bot: {name: Toko, timezone: Asia/Jakarta}
    texts:
      maaf: Maaf.
    scenarios:
      harga:
        keywords: [harga]
        reply: Rp 10.000
      pesan:
        keywords: [pesan]
        steps:
          - ask: Nama?
            save: nama
          - say: Siap.
      janji:
        keywords: [janji]
        steps:
          - ask: Hari apa?
            save: hari
          - say: Baik.
    default:
      reply: $maaf
      quiet: 0s
    """

  private static let edited = """
    # A comment changes nothing.
    bot: {name: Toko, timezone: Asia/Jakarta}
    texts: {maaf: Maaf ya.}
    scenarios:
      garansi:
        keywords: [garansi]
        reply: Satu tahun.
      harga:
        keywords: [ongkir]
        reply: Rp 10.000
      pesan:
        keywords: [pesan]
        steps:
          - ask: Nama?
            save: nama
          - say: Siap.
    default:
      reply: $maaf
      quiet: 0s
    """

  private let bench: ReviewBench

  init() throws { bench = try ReviewBench() }

  private func plan(since: Timestamp = Timestamp(milliseconds: 0)) async throws -> PlanReport {
    try await bench.desk.plan(since: since, projectID: nil)
  }

  @Test("scenarios, open conversations and past messages are told before anything changes")
  func whole() async throws {
    let old = try await bench.accept(Self.file)
    for (text, number) in [
      ("harga", "62811"), ("pesan", "62812"), ("janji", "62813"), ("garansi kak", "62814"),
      ("harga?", "62815"),
      ("pesan", "62816"), ("Ani", "62816"),
    ] {
      try await bench.hear(text, from: number, old)
    }
    try bench.folder.write("bot/bot.yaml", Self.edited)
    let report = try await plan()
    let channel = try #require(report.channels.first)
    #expect(channel.from == old.hash && channel.to != old.hash && !channel.isUnchanged)
    #expect(channel.changes.added == ["garansi"] && channel.changes.removed == ["janji"])
    #expect(channel.changes.changed == ["harga"] && channel.changes.others == ["texts/maaf"])
    #expect(channel.sessions == ["same": 1, "gone": 1])
    // Both times "pesan", and the answer "Ani".
    #expect(channel.same == 3 && channel.different == 4)
    #expect(channel.differences.map(\.count) == [2, 1, 1])
    #expect(channel.differences.map(\.from) == ["harga", "default", "janji"])
    #expect(channel.differences.map(\.to) == ["default", "garansi", "default"])
    #expect(channel.differences.first?.example == "harga?")
    #expect(try await bench.journal.lastAcceptedBot(channel: ReviewBench.channel)?.hash == old.hash)
  }

  @Test("a question whose answers changed is neither the same nor gone")
  func changedQuestion() async throws {
    let old = try await bench.accept(Self.file)
    try await bench.hear("pesan", old)
    try bench.folder.write(
      "bot/bot.yaml", Self.file.replacing("save: nama", with: "save: nama\n        expect: date"))
    let report = try await plan()
    #expect(report.mistakes == nil, "\(report.mistakes ?? "")")
    #expect(report.channels.first?.sessions == ["changed": 1])
  }

  @Test("files that did not change, and files with mistakes, are said to be so")
  func neither() async throws {
    try await bench.accept(Self.file)
    #expect(try await plan().channels.map(\.isUnchanged) == [true])
    try bench.folder.write("bot/bot.yaml", Self.file.replacing("keywords: [harga]", with: "keyword: [harga]"))
    let report = try await plan()
    #expect(report.channels.isEmpty && report.mistakes?.contains("bot.yaml:6:") == true)
  }

  @Test("10,000 messages run through both versions, and those before the time asked for do not")
  func many() async throws {
    let old = try await bench.accept(Self.file)
    let time = Samples.now
    for text in ["harga berapa kak", "mau pesan dong"] {
      // Each message is one of another customer, so none meets the question of the one before.
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        for number in 0..<5000 {
          let at = text.hasPrefix("harga") && number >= 4000 ? time - .seconds(8 * 86_400) : time
          tasks.addTask {
            try await bench.hear(
              text, id: "\(text) \(number)", from: "62\(text.count)\(100_000 + number)", at: at, old)
          }
        }
        try await tasks.waitForAll()
      }
    }
    try bench.folder.write("bot/bot.yaml", Self.edited)
    let clock = ContinuousClock()
    var all: PlanReport?
    let took = try await clock.measure { all = try await plan() }
    print("plan on 10,000 messages: \(took)")
    #expect(all?.channels.first?.same == 5000 && all?.channels.first?.different == 5000)
    #expect(all?.channels.first?.sessions == ["same": 5000])
  }
}
