import Dialogue
import Foundation
import Journal
import Testing

@testable import Service

@Suite("what a plan makes of past messages")
struct PlannedTurnsTests {
  private static let file = """
    bot: {name: Toko, timezone: Asia/Jakarta, first: salam}
    scenarios:
      salam:
        reply: Selamat datang.
      harga:
        keywords: [harga]
        reply: {pick: [Murah, Sangat murah, Murah sekali]}
      pesan:
        keywords: [pesan]
        steps:
          - ask: Berapa?
            expect: number 1-100
            save: qty
          - say: Siap.
      foto:
        keywords: [foto]
        steps:
          - ask: Kirim fotonya.
            expect: media
            save: bukti
          - say: Terima kasih.
      cs:
        type: chat_panel
        keywords: [cs]
        panel: {opened: Tunggu ya., release: {keywords: [selesai]}}
    default:
      reply: Maaf.
      media: Belum bisa membaca gambar.
    """

  private let bench: ReviewBench
  private let old: Bot

  init() async throws {
    bench = try ReviewBench()
    old = try await bench.accept(Self.file)
  }

  /// The customer has written before, so nothing is the first message.
  private func hear(_ texts: [String?], from number: String, _ bot: Bot? = nil) async throws {
    for text in texts { try await bench.hear(text, from: number, bot ?? old) }
  }

  private func plan(_ file: String) async throws -> PlanReport.ChannelPlan {
    try bench.folder.write("bot/bot.yaml", file)
    let report = try await bench.desk.plan(since: Timestamp(milliseconds: 0), projectID: nil)
    #expect(report.mistakes == nil, "\(report.mistakes ?? "")")
    return try #require(report.channels.first)
  }

  @Test("a keyword that interrupted a question meets that question again, and a first message is one")
  func met() async throws {
    try await hear(["halo", "pesan", "harga", "12"], from: "62811")
    let plan = try await plan(Self.file.replacing("keywords: [harga]", with: "keywords: [ongkir]"))
    #expect(plan.differences.map(\.from) == ["harga"])
    #expect(plan.differences.map(\.to) == ["no answer to pesan/qty"])
    #expect(plan.same == 3 && plan.different == 1)
    // Were "halo" no first message, both would have said the default.
    let other = try await self.plan(Self.file.replacing("Selamat datang.", with: "Selamat datang Kak."))
    #expect(other.rewordings.map(\.winner) == ["salam → default"])
    #expect(other.rewordings.first?.before == ["Selamat datang.", "Maaf."])
    #expect(other.rewordings.first?.after == ["Selamat datang Kak.", "Maaf."])
  }

  @Test("what nobody can compare is counted by its kind, and a message without text is compared")
  func setAside() async throws {
    let late = Samples.now - .seconds(3600)
    try await hear(["halo", "cs", "ada orang?", nil, "selesai", "foto", nil, nil], from: "62811")
    for id in ["late 1", "late 2"] {
      _ = try await bench.journal.accept(
        IncomingMessage(
          channel: ReviewBench.channel, messageID: id, number: "62812", text: "halo", providerAt: late,
          receivedAt: Samples.now))
    }
    try await hear(["halo"], from: "62812")
    _ = try await bench.journal.accept(
      IncomingMessage(
        channel: ReviewBench.channel, messageID: "waits", number: "62813", text: "halo", providerAt: nil,
        receivedAt: Samples.now))
    let plan = try await plan(Self.file.replacing("expect: media", with: "expect: date"))
    #expect(plan.notCompared == ["person": 3, "late": 1, "waiting": 1])
    #expect(plan.same + plan.different + plan.notCompared.values.reduce(0, +) == 12)
    #expect(plan.differences.map(\.from) == ["answer to foto/bukti"])
    #expect(plan.differences.map(\.to) == ["default"])
    #expect(plan.differences.map(\.example) == [nil])
    #expect(
      plan.setAside
        == "5 not compared: 3 while a person answered, 1 still waiting, 1 late behind a newer one")
  }

  @Test("other words of the same winner are counted by scenario; an unedited pick and the time are none")
  func reworded() async throws {
    try await hear(["halo", "harga", "harga", "harga", "pesan", "5", "apa"], from: "62811")
    let dated = Self.file.replacing("reply: Maaf.", with: "reply: Maaf. {today} {now}")
    let same = try await plan(dated)
    #expect(Set(same.rewordings.map(\.winner)) == ["default", "salam → default"])
    let next = try await bench.accept(dated)
    try await hear(["harga", "apa"], from: "62811", next)
    let plan = try await plan(dated.replacing("say: Siap.", with: "say: Siap Kak."))
    #expect(plan.different == 0 && plan.same == 9 && plan.reworded == 1)
    let one = try #require(plan.rewordings.first)
    #expect(one.winner == "answer to pesan/qty" && one.example == "5")
    #expect(one.before == ["Siap."] && one.after == ["Siap Kak."])
    #expect(plan.messages == "messages: 9 same winner (1 answered in other words), 0 different")
  }

  @Test("an answer after others that were none meets the question with as many tries")
  func tries() async throws {
    let limited = Self.file.replacing("save: qty", with: "save: qty\n        tries: 2\n        on_fail: cs")
    let bot = try await bench.accept(limited)
    try await hear(["halo", "pesan", "banyak", "lagi"], from: "62811", bot)
    let plan = try await plan(limited.replacing("opened: Tunggu ya.", with: "opened: Sebentar."))
    #expect(plan.rewordings.map(\.example) == ["lagi"])
    #expect(plan.rewordings.first?.after == ["Sebentar."])
  }

  @Test("who would come back to what is edited away, or is in a panel that is, is told to be cut off")
  func cutOff() async throws {
    let visiting = """
      scenarios:
        pesan:
          keywords: [pesan]
          steps:
            - visit: alamat
            - say: Siap.
        alamat:
          steps:
            - ask: Alamat?
              save: alamat
        cs:
          type: chat_panel
          keywords: [cs]
          panel: {opened: Tunggu ya., release: {keywords: [selesai]}}
      default: {reply: Maaf.}
      """
    let bot = try await bench.accept(visiting)
    for number in ["62811", "62812"] { try await hear(["pesan"], from: number, bot) }
    try await hear(["cs"], from: "62813", bot)
    let edited = visiting.replacing("- visit: alamat", with: "- goto: alamat")
    let plan = try await plan(edited.replacing("  cs:", with: "  agen:"))
    #expect(plan.sessions == ["cut": 3])
    #expect(plan.conversations == "conversations: 3 cut off (alamat/alamat 2, cs 1)")
    let before = try await bench.journal.openConversations(channel: ReviewBench.channel)
    #expect(before.compactMap { bot.fate(of: $0) } == [.same, .same, .same])
  }

  @Test("conversations are told with their places")
  func places() async throws {
    for number in ["62811", "62812", "62813"] { try await hear(["halo", "pesan"], from: number) }
    for number in ["62814", "62815"] { try await hear(["halo", "foto"], from: number) }
    try await hear(["halo", "cs"], from: "62816")
    let plan = try await plan(
      Self.file.replacing("number 1-100", with: "number 1-10").replacing("save: bukti", with: "save: struk"))
    #expect(plan.sessions == ["same": 1, "changed": 3, "gone": 2])
    #expect(
      plan.conversations
        == "conversations: 1 at the same place, 3 asked again (pesan/qty), 2 gone (foto/bukti)")
    #expect(plan.places.map(\.place) == ["pesan/qty", "foto/bukti", "cs"])
  }
}
