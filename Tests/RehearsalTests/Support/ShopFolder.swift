import Dialogue
import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML
import Testing

/// A folder with a small bot in it; gone after its test.
final class ShopFolder {
  let path: String

  /// - Parameter files: more files, or others in place of its own.
  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "balas-\(UUID().uuidString)").path
    for (name, text) in ["bot.yaml": Self.bot].merging(files, uniquingKeysWith: { $1 }) {
      try write(text, to: name)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
  }

  func suite() throws -> BotSuite {
    let compilation = Compilation.folder(path)
    let bot = try #require(compilation.bot, "\(compilation.diagnostics.map(\.message))")
    return BotSuite(bot, version: compilation.version, folder: path)
  }

  /// The suite of this one talk.
  static func suite(_ talk: String, setup: String = "", bot: String = bot) throws -> BotSuite {
    let lines = talk.split(separator: "\n").map { "      \($0)\n" }.joined()
    let shop = try ShopFolder([
      "bot.yaml": bot, "bot.test.yaml": "tests:\n  a talk:\n\(setup)    talk: |\n\(lines)",
    ])
    return try shop.suite()
  }

  /// What came of this one talk.
  static func run(_ talk: String, setup: String = "", bot: String = bot) throws -> TranscriptResult {
    let suite = try suite(talk, setup: setup, bot: bot)
    #expect(suite.diagnostics.map(\.message) == [])
    return suite.run(try #require(suite.transcripts.first))
  }

  static let bot = """
    bot:
      languages: [id, en]
      on_idle:
        - say: Sampai jumpa.
    services:
      erp: {base: https://erp.example.co.id}
    scenarios:
      hello:
        keywords: [halo]
        reply: {id: Halo Kak, en: Hello}
      order:
        keywords: [pesan]
        steps:
          - ask: Nama?
            save: name
            expect: text 2-60
            retry: Minimal 2 huruf.
          - ask: Berapa?
            save: qty
            expect: number 1-100
            timeout: 5m
            on_timeout:
              - say: Lama sekali.
              - end: session
          - call: POST erp/orders
            send: {name: "{name}", qty: "{qty}"}
            save: order
            failed:
              - say: Gangguan.
          - if: order.total > 100
            then:
              - say: "Pesanan besar {order.id}."
            else:
              - say: "Pesanan {order.id}."
      agent:
        type: chat_panel
        keywords: [cs]
        panel:
          opened: Tunggu ya.
          nudge: {after: 10m, say: Masih antre.}
          release: {idle: 2h, keywords: [selesai], say: Terima kasih.}
      promo:
        keywords: [promo]
        steps:
          - say: Promo!
            not_sent:
              - set: {contact.missed: "{message.text|ya}"}
              - say: Tidak sampai.
    default:
      replies: [Apa?, Maaf?]

    """
}
