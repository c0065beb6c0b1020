import Dialogue
import Foundation
import Rehearsal
import ScenarioFile
import Testing

@testable import balas

@Suite struct ChatRoomTests {
  private let now = Timestamp(milliseconds: 1_770_073_260_000)
  private let bot = """
    bot:
      name: Toko
    scenarios:
      hello:
        keywords: [halo]
        reply: ["Halo {contact.name|Kak}", Apa kabar?]
      hours:
        keywords: [jam buka]
        reply: 08.00
    default:
      replies: [satu, dua]
      media: foto

    """

  private func room(_ folder: TemporaryFolder, _ bot: String? = nil) throws -> ChatRoom {
    try folder.write(bot ?? self.bot, to: "bot.yaml")
    let bots = BotFolder(path: folder.url.path)
    return ChatRoom(
      bot: RehearsedBot(try bots.open()), folder: bots, name: nil, style: TerminalStyle(isColoured: false),
      now: now)
  }

  @discardableResult
  private func hear(_ line: String, in room: inout ChatRoom) -> String { room.hear(line) ?? "(left)" }

  @Test("messages are shown as they are sent, and what won below them")
  func messages() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder)
    #expect(hear("Halo!", in: &room) == "bot:  Halo Kak\nbot:  Apa kabar?\n      keyword \"halo\" → hello\n")
    #expect(hear("x", in: &room) == "bot:  satu\n      default\n")
    #expect(hear("x", in: &room) == "bot:  dua\n      default, miss 2 in a row\n")
    #expect(hear("/media", in: &room) == "bot:  foto\n      default for a message without text\n")
    #expect(hear("//halo", in: &room).contains("hello"))
    #expect(hear("  ", in: &room) == "")
  }

  @Test("each number is a customer of its own, until forgotten")
  func customers() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder)
    _ = hear("x", in: &room)
    _ = hear("/as +62 822", in: &room)
    #expect(hear("x", in: &room).hasPrefix("bot:  satu"))
    _ = hear("/as 628111111111", in: &room)
    #expect(hear("x", in: &room).hasPrefix("bot:  dua"))
    #expect(hear("/state", in: &room).contains("misses   2"))
    _ = hear("/restart", in: &room)
    #expect(hear("x", in: &room).hasPrefix("bot:  satu"))
  }

  @Test("/why explains the last message with places")
  func why() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder)
    #expect(hear("/why", in: &room).contains("nothing was written yet"))
    _ = hear("halo, jam berapa buka?", in: &room)
    let why = hear("/why", in: &room)
    #expect(why.contains("halo · jam · berapa · buka"))
    #expect(why.contains("winner   hello  keyword \"halo\""))
    #expect(why.contains("\(folder.url.path)/bot.yaml:5:16"))
    #expect(why.contains("hours  keyword \"jam buka\" has its words there"))
  }

  @Test("/reload takes the files as they are, and keeps the bot if they are broken")
  func reload() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder)
    try folder.write(bot.replacing("08.00", with: "09.00"), to: "bot.yaml")
    _ = hear("/reload", in: &room)
    #expect(hear("jam buka", in: &room).contains("09.00"))
    try folder.write("scenarios: [", to: "bot.yaml")
    #expect(hear("/reload", in: &room).contains("the bot stays as it was"))
    #expect(hear("jam buka", in: &room).contains("09.00"))
  }

  @Test("an unknown command says so, /help lists them, /quit leaves")
  func commands() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder)
    #expect(hear("/wait 5m", in: &room) == "there is no /wait; /help lists what there is\n")
    #expect(hear("/medai", in: &room) == "there is no /medai; did you mean /media?\n")
    #expect(hear("/time soon", in: &room).contains("/time wants how long"))
    #expect(hear("/at 9", in: &room).contains("/at wants a day and a time"))
    #expect(hear("/agent", in: &room).contains("/agent wants"))
    #expect(hear("/save", in: &room).contains("/save wants a name"))
    #expect(hear("/save x", in: &room).contains("nothing was written yet"))
    #expect(hear("/back", in: &room).contains("nothing to take back"))
    #expect(hear("/answer {id: 1}", in: &room).contains("no service was called"))
    #expect(hear("/help", in: &room).contains("/why"))
    #expect(hear("/as nobody", in: &room).contains("wants a number"))
    #expect(room.hear("/quit") == nil)
  }

  private let shop = """
    bot:
      languages: [id, en]
    services:
      erp: {base: https://erp.example.co.id, timeout: 5s}
    scenarios:
      order:
        keywords: [pesan]
        steps:
          - ask: Nama?
            save: name
            expect: text 2-60
            timeout: 30m
            on_timeout:
              - say: Lama sekali.
          - call: POST erp/orders
            send: {name: "{name}"}
            save: order
            failed:
              - say: Gangguan.
          - say:
              pick: ["Pesanan {order.id}.", "Siap {order.id}."]
      agent:
        type: chat_panel
        keywords: [cs]
        panel:
          opened: Tunggu ya.
          release: {idle: 2h, say: Terima kasih.}
    default:
      reply: Apa?

    """

  @Test("time passes by command only, and fires what is due")
  func time() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder, shop)
    #expect(hear("/time", in: &room) == "it is 2026-02-03 06:01\n")
    #expect(hear("pesan", in: &room) == "bot:  Nama?\n      keyword \"pesan\" → order\n")
    #expect(hear("/time +29m", in: &room) == "it is 2026-02-03 06:30; nothing happened meanwhile\n")
    #expect(
      hear("/time +1m", in: &room) == "bot:  Lama sekali.\n      2026-02-03 06:31  timer question\n")
    #expect(hear("/at 2026-02-03 06:00", in: &room).contains("it is later already"))
    #expect(hear("/at 2026-02-04 08:00", in: &room).hasPrefix("it is 2026-02-04 08:00; nothing"))
    #expect(hear("/state", in: &room).contains("clock    2026-02-04 08:00"))
  }

  @Test("/back takes the last line back, with all that came of it")
  func back() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder, shop)
    hear("pesan", in: &room)
    hear("/time +1h", in: &room)
    #expect(hear("/back", in: &room) == "taken back: /time +1h\n")
    #expect(hear("/state", in: &room).contains("question order/name, until 2026-02-03 06:31"))
    #expect(hear("/back", in: &room) == "taken back: pesan\n")
    #expect(hear("/state", in: &room).contains("session  none"))
  }

  @Test("a call waits for /answer, and so do messages meanwhile")
  func call() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder, shop)
    hear("pesan", in: &room)
    #expect(
      hear("Budi", in: &room).contains("call POST https://erp.example.co.id/orders {\"name\":\"Budi\"}"))
    #expect(hear("halo", in: &room).contains("it waits until the service has answered"))
    #expect(hear("/answer soon", in: &room).contains("/answer wants JSON"))
    #expect(hear("/answer {id: 7}", in: &room).hasPrefix("bot:  Pesanan 7.\n"))
    #expect(hear("/back", in: &room) == "taken back: /answer {id: 7}\n")
    #expect(hear("/answer 503", in: &room).hasPrefix("bot:  Gangguan.\n"))
  }

  @Test("while a person has the conversation the bot is silent")
  func agent() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder, shop)
    #expect(hear("cs", in: &room).hasPrefix("bot:  Tunggu ya.\n"))
    #expect(hear("/agent Ada apa?", in: &room) == "      silent: a person wrote\n")
    #expect(hear("pesan", in: &room) == "      silent: a person has the conversation\n")
    #expect(hear("/state", in: &room).contains("with     panel agent, since 2026-02-03 06:01"))
    #expect(hear("/time +3h", in: &room).hasPrefix("bot:  Terima kasih.\n"))
  }

  @Test("/save writes a test that passes, below those that are there")
  func save() async throws {
    let folder = try TemporaryFolder()
    var room = try room(folder, shop)
    for line in [
      "pesan", "Budi", "/answer {id: 7}", "/as 628222", "cs", "/as 628111111111", "/time +3h", "#1",
    ] {
      hear(line, in: &room)
    }
    #expect(hear("/save pesanan", in: &room).hasSuffix("saved in \(folder.url.path)/bot.test.yaml:2\n"))
    hear("//x", in: &room)
    #expect(hear("/save Budi's: \"order\"", in: &room).contains("saved in"))
    #expect(hear("/save pesanan", in: &room).contains("has a test with this name already"))
    let written = try String(contentsOf: folder.url.appendingPathComponent("bot.test.yaml"), encoding: .utf8)
    let first = """
      tests:
        pesanan:
          at: 2026-02-03 06:01
          calls:
            POST https://erp.example.co.id/orders: {"id":"7"}
          talk: |
            user: pesan
            bot:  Nama?
            user: Budi
            bot:  Pesanan 7.
            as: 628222
            user: cs
            bot:  Tunggu ya.
            as: 628111111111
            wait: 3h
            bot:  (silent)
            as: 628222
            bot:  Terima kasih.
            as: 628111111111
            user: #1
            bot:  Apa?

        'Budi''s: "order"':

      """
    #expect(written.hasPrefix(first))
    let outcomes = await BotTesting().run([BotFolder(path: folder.url.path)])
    #expect(outcomes.flatMap(\.results).map(\.isPassed) == [true, true])
    #expect(outcomes.allSatisfy { $0.diagnostics.isEmpty && $0.obstacle == nil })
  }

  @Test("/save leaves a test file with mistakes alone")
  func saveBesideMistakes() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder, shop)
    try folder.write("tests:\n  a:\n    talk: x\n", to: "bot.test.yaml")
    hear("pesan", in: &room)
    #expect(hear("/save b", in: &room).contains("bot.test.yaml has mistakes"))
  }
}
