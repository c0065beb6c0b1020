import Dialogue
import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML
import Testing

@testable import balas

@Suite struct ExampleBotsTests {
  @Test("every bot compiles without errors or warnings", arguments: ExampleBots.paths)
  func compiles(path: String) {
    let compilation = Compilation.folder(path)
    #expect(compilation.diagnostics.map { "\($0.span.file):\($0.span.line): \($0.message)" } == [])
    #expect(compilation.bot != nil)
  }

  @Test("the bots that come with balas are there")
  func there() {
    #expect(
      Set(["toko-roti", "klinik-gigi", "layanan-desa", "kargo-lintas", "klinik-sehat"]).isSubset(
        of: ExampleBots.paths.map { ($0 as NSString).lastPathComponent }))
  }

  @Test(
    "every transcript of a bot passes, and together they touch each scenario, step and branch",
    arguments: ExampleBots.paths)
  func transcripts(path: String) async throws {
    let compilation = Compilation.folder(path)
    let bot = try #require(compilation.bot)
    await WholeTalks.expect(atLeast: 8, of: bot, compilation, in: path)
  }

  @Test(
    "the bots to start from send all four kinds of response and have a default",
    arguments: ["toko-roti", "klinik-gigi"])
  func kinds(name: String) throws {
    let bot = try #require(Compilation.folder(ExampleBots.path(name)).bot)
    var kinds: Set<String> = []
    for case .send(let replies, _) in bot.scenarios.flatMap(\.steps).map(\.action) {
      for reply in replies {
        switch reply {
        case .text: kinds.insert("text")
        case .media(let kind, _, _, _): kinds.insert(kind.rawValue)
        case .template: kinds.insert("template")
        case .pick: break
        }
      }
    }
    #expect(kinds == ["text", "image", "document", "audio"])
    #expect(!bot.fallback.replies.isEmpty && !bot.fallback.media.isEmpty)
  }

  @Test(
    "customers reach what they mean",
    arguments: [
      ("toko-roti", "Halo kak, selamat pagi", "salam"), ("toko-roti", "p", "salam"),
      ("toko-roti", "Harganya berapa ya?", "harga"), ("toko-roti", "1️⃣", "harga"),
      ("toko-roti", "mau pesan kue ulang tahun dong", "kue_ulang_tahun"),
      ("toko-roti", "Bisa diantar ke Dago, kak?", "kirim"), ("toko-roti", "tokonya di mana", "alamat"),
      ("toko-roti", "hari minggu masih buka?", "jam_buka"), ("toko-roti", "Makasih kak 🙏", "terima_kasih"),
      ("toko-roti", "rotinya keras", "keluhan"), ("toko-roti", "ada pesan suara?", "pesan_suara"),
      ("klinik-gigi", "dok gigi saya sakit banget", "sakit_gigi"), ("klinik-gigi", "5", "sakit_gigi"),
      ("klinik-gigi", "biaya pasang behel berapa?", "behel"),
      ("klinik-gigi", "Jadwal dokter hari ini", "jadwal"),
      ("klinik-gigi", "habis cabut gigi boleh makan apa", "setelah_cabut"),
      ("klinik-gigi", "mau ubah janji besok", "ubah_janji"),
      ("klinik-gigi", "darah tidak berhenti!!", "darurat"),
      ("klinik-gigi", "terima BPJS?", "bpjs"), ("klinik-gigi", "gigi susu anak saya goyang", "gigi_anak"),
    ])
  func answers(name: String, message: String, scenario: String) throws {
    let bot = try #require(Compilation.folder(ExampleBots.path(name)).bot)
    #expect(bot.matcher.winner(message)?.scenario == scenario)
  }
}
