import Dialogue
import Foundation
import Journal
import ScenarioFile
import Testing

@testable import Service

/// A shop whose customers wrote over two days, in a real journal, and the desk that looks back at them.
struct ReviewedShop {
  static let now = Timestamp(milliseconds: 1_786_672_800_000)
  private static let channel = Channel(clientID: "0009", projectID: "16")

  static let bot = """
    bot: {name: Toko Melati, timezone: Asia/Jakarta, first: salam}
    scenarios:
      salam: {reply: "Halo, ini Toko Melati."}
      harga: {keywords: [harga], reply: Mulai Rp 10.000.}
      alamat: {keywords: [alamat], reply: Jalan Melati 5.}
      ongkir: {keywords: [ongkos kirim], reply: Rp 9.000.}
      pesan:
        keywords: [pesan]
        steps:
          - ask: Berapa kotak?
            expect: number 1-100
            save: qty
          - ask: Atas nama siapa?
            save: nama
          - say: "Siap, {nama}."
      cs:
        type: chat_panel
        keywords: [cs]
        panel: {opened: Mohon tunggu., release: {keywords: [selesai]}}
    default: {reply: "Maaf, ketik MENU.", quiet: 0s}
    """

  static let edited =
    bot
    .replacing("keywords: [harga]", with: "keywords: [daftar harga]")
    .replacing("number 1-100", with: "number 1-50")
    .replacing("Halo, ini", with: "Selamat datang di")
    .replacing(
      "ongkir: {keywords: [ongkos kirim], reply: Rp 9.000.}", with: "jam: {keywords: [jam buka], reply: 8-17}"
    )

  private let folder: TemporaryFolder
  let journal: Journal
  let desk: AdminDesk
  /// The bot's folder.
  var path: String { folder.url.path + "/bot" }

  init() async throws {
    folder = try TemporaryFolder()
    let data = folder.url.path + "/data"
    journal = try Journal(folder: data)
    let media = MediaStore(folder: data + "/media")
    let configuration = Configuration(
      listen: Endpoint(host: "127.0.0.1", port: 0), data: data, admin: "", gateway: GatewaySettings(),
      projects: [Project(channel: Self.channel, secret: Secret("s"), bot: folder.url.path + "/bot")])
    desk = AdminDesk(
      journal: journal, live: LiveConfiguration(configuration),
      tokenStore: JournalTokenStore(journal: journal), media: media, running: nil, now: { Self.now })
    try write(Self.bot)
    let compilation = Compilation.folder(path)
    let bot = try #require(compilation.bot, "\(compilation.diagnostics)")
    let accepted = Self.now - .seconds(3 * 86_400)
    try await BotVersions(journal: journal, media: media, now: { accepted }).accept(
      compilation, for: Self.channel)

    try await hear(
      [
        "halo", "harga", "ongkos kirrim", "pesan", "seribu ribu", "harga", "5", "Ani", "kue coklat?",
        "kue coklat",
      ],
      from: "628111", bot)
    try await hear(["harga kue", "jam buka", "🙂", "pesan", "12", nil], from: "628222", bot)
    try await hear(["jam buka?", "kirim ke Bandung bisa?", "pesan"], from: "628333", bot)
    try await hear(["harga", "cs", "ada orang?\u{1B}[2J", "selesai", "cs"], from: "628444", bot)
    try await send()
    _ = try await journal.accept(
      IncomingMessage(
        channel: Self.channel, messageID: "wamid.waits", number: "628555", text: "halo", providerAt: nil,
        receivedAt: Self.now))
  }

  /// Writes the bot's file anew.
  func write(_ file: String) throws { try folder.write(file, to: "bot/bot.yaml") }

  private func hear(_ texts: [String?], from number: String, _ bot: Bot) async throws {
    for (index, text) in texts.enumerated() {
      let time = Self.now - .seconds(Int64(60 * (30 - index)))
      let accepted = try await journal.accept(
        IncomingMessage(
          channel: Self.channel, messageID: "wamid.\(number).\(index + 1)", number: number, text: text,
          providerAt: time, receivedAt: time))
      guard case .new(let contactID, _) = accepted else { continue }
      for work in try await journal.work(for: [contactID], unreadable: { Issue.record("\($0)") }) {
        try await journal.commit(TurnRunner(now: time).run(work, bot: bot).records)
      }
    }
  }

  /// The first answer has left.
  private func send() async throws {
    try await journal.begin([1], now: Self.now)
    try await journal.move([
      OutboxMove(
        id: 1, attempt: .init(outcome: "accepted", code: "200", endedAt: Self.now), state: .sent,
        dueAt: Self.now, messageID: "5d31a231ab0ea", now: Self.now)
    ])
  }
}
