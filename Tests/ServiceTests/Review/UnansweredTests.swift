import Dialogue
import Foundation
import Journal
import Testing

@testable import Service

@Suite("what the bot did not understand")
struct UnansweredTests {
  private static let file = """
    bot: {name: Toko, timezone: Asia/Jakarta}
    scenarios:
      pesan:
        keywords: [pesan kue]
        reply: Siap.
    default:
      reply: Maaf.
      quiet: 0s
    """

  private let bench: ReviewBench

  init() throws { bench = try ReviewBench() }

  @Test("messages of the same words are one group, with the newest and what nearly answers it")
  func groups() async throws {
    let bot = try await bench.accept(Self.file)
    let day = Duration.seconds(86_400)
    try await bench.hear("dulu sekali", at: Samples.now - day * 9, bot)
    try await bench.hear("Kue coklat?", from: "62811", at: Samples.now - day, bot)
    try await bench.hear("garansi", from: "62812", at: Samples.now - day, bot)
    try await bench.hear("pesan kue", from: "62811", at: Samples.now - day, bot)
    try await bench.hear(nil, from: "62811", at: Samples.now - day, bot)
    try await bench.hear("kue  COKLAT", from: "62812", bot)
    let report = try await bench.desk.unanswered(since: Samples.now - day * 7, projectID: nil, limit: 50)
    #expect(report.messages == 3 && report.groupCount == 2)
    #expect(report.groups.map(\.count) == [2, 1])
    let first = try #require(report.groups.first)
    #expect(first.example == "kue  COKLAT" && first.words == ["kue", "coklat"])
    #expect(first.lastAt == Samples.now)
    #expect(first.nearest?.scenario == "pesan" && first.nearest?.lacked == "lacks \"pesan\"")
    #expect(first.suggestedName == "kue-coklat" && first.nowAnsweredBy == nil)
    let json = String(decoding: try JSONEncoder().encode(report), as: UTF8.self)
    #expect(!json.contains("6281"))
    let one = try await bench.desk.unanswered(since: Samples.now - day * 7, projectID: "16", limit: 1)
    #expect(one.groups.count == 1 && one.groupCount == 2)
  }

  @Test("a message without a word is counted apart, and one behind a default just said counts too")
  func wordless() async throws {
    let bot = try await bench.accept(
      Self.file.replacing("quiet: 0s", with: "quiet: 1m\n  then: pesan\n  replies: [Maaf.]")
        .replacing("  reply: Maaf.\n", with: ""))
    for (text, second) in [("🙂", 0), ("garansi", 1), ("retur", 120)] {
      try await bench.hear(text, at: Samples.now + .seconds(Int64(second)), bot)
    }
    let report = try await bench.desk.unanswered(
      since: Timestamp(milliseconds: 0), projectID: nil, limit: 50)
    #expect(report.messages == 2 && report.wordless == 1 && report.groupCount == 2)
    #expect(report.groups.map(\.example) == ["retur", "garansi"])
    #expect(report.timezone == "Asia/Jakarta")
  }

  @Test("what an edit answers by now is said")
  func mended() async throws {
    let bot = try await bench.accept(Self.file)
    try await bench.hear("garansi", bot)
    try await bench.accept(Self.file.replacing("[pesan kue]", with: "[pesan kue, garansi]"))
    let report = try await bench.desk.unanswered(
      since: Timestamp(milliseconds: 0), projectID: nil, limit: 50)
    #expect(report.groups.map(\.nowAnsweredBy) == ["pesan"])
  }

  @Test("the name suggested is none that the bot has, and begins with a letter")
  func names() async throws {
    let bot = try await bench.accept(Self.file)
    for text in ["pesan", "12 kali", "ありがとう", "ünïkord ok"] { try await bench.hear(text, bot) }
    let report = try await bench.desk.unanswered(
      since: Timestamp(milliseconds: 0), projectID: nil, limit: 50)
    #expect(Set(report.groups.map(\.suggestedName)) == ["pesan-2", "baru-12-kali", "baru", "unikord-ok"])
  }
}
