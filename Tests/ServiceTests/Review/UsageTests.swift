import Dialogue
import Foundation
import Journal
import Testing

@testable import Service

@Suite("what of a bot customers touch")
struct UsageTests {
  private static let file = """
    bot: {name: Toko, timezone: Asia/Jakarta}
    scenarios:
      harga:
        keywords: [harga]
        reply: Rp 10.000
      pesan:
        keywords: [pesan]
        steps:
          - menu: Kirim atau ambil?
            options:
              - Kirim:
                  - say: Dikirim.
              - Ambil:
                  - say: Diambil.
    default:
      reply: Maaf.
      quiet: 0s
    """

  private let bench: ReviewBench

  init() throws { bench = try ReviewBench() }

  private func usage(since: Timestamp = Samples.now) async throws -> UsageReport.ChannelUsage {
    try #require(try await bench.desk.usage(since: since, projectID: nil).channels.first)
  }

  private func counts(_ items: [UsageReport.Item]) -> [String: Int] {
    items.reduce(into: [:]) { $0[$1.name, default: 0] += $1.count }
  }

  @Test("scenarios, steps and branches are counted, those that nobody reached with 0")
  func counted() async throws {
    let bot = try await bench.accept(Self.file)
    for text in ["harga", "harga", "pesan", "kirim", "apa"] { try await bench.hear(text, bot) }
    let report = try await usage()
    #expect(report.acceptedAt == Samples.now && report.version == bot.hash)
    #expect(counts(report.scenarios) == ["harga": 2, "pesan": 1])
    #expect(counts(report.steps) == ["harga: say": 2, "pesan: menu": 1, "pesan: say": 1])
    let untouched = report.steps.filter { $0.count == 0 }.map(\.place)
    #expect(untouched.count == 1 && untouched[0].hasPrefix("bot.yaml:14:"))
    #expect(
      counts(report.branches) == [
        "pesan: option \"Kirim\" of menu": 1, "pesan: option \"Ambil\" of menu": 0, "default: miss 1": 1,
      ])
  }

  @Test("an edit keeps the scenarios' counts, and begins those of steps anew")
  func edited() async throws {
    let old = try await bench.accept(Self.file)
    try await bench.hear("harga", at: Samples.now - .seconds(2 * 86_400), old)
    let new = try await bench.accept(Self.file.replacing("10.000", with: "12.000"))
    try await bench.hear("harga", new)
    let all = try await usage(since: Samples.now - .seconds(7 * 86_400))
    #expect(counts(all.scenarios)["harga"] == 2 && counts(all.steps)["harga: say"] == 1)
    #expect(counts(try await usage().scenarios)["harga"] == 1)
    try await bench.journal.prune(now: Samples.now, messages: .seconds(86_400))
    #expect(counts(try await usage(since: Timestamp(milliseconds: 0)).scenarios)["harga"] == 1)
  }
}
