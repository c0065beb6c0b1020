import ArgumentParser
import Dialogue
import Foundation
import Service
import Testing

@testable import balas

@Suite struct ExplainTests {
  private func explained(_ message: String) throws -> Explained {
    let folder = BotFolder(path: ExampleBots.path("toko-roti"))
    return Explained(
      message, in: .usual(try folder.open(), now: Timestamp(milliseconds: 1_770_073_260_000)), folder: folder)
  }

  @Test("it shows the words, the winner with its place, what is said and who else fits")
  func text() throws {
    let text = try explained("Halo, harga ongkirnya?").text(TerminalStyle(isColoured: false))
    #expect(text.contains("words    halo · harga · ongkir\nspelled  ongkirnya → ongkir (ending)\n"))
    #expect(text.contains("winner   salam  keyword \"halo\", word 1"))
    #expect(text.contains("toko-roti/bot.yaml:"))
    #expect(text.contains("says     Halo Kak!"))
    #expect(text.contains("harga  keyword \"harga\" has as many words, but the customer wrote it later"))
  }

  @Test("without a winner it says so, and what nearly fits")
  func default_() throws {
    let text = try explained("kue tahun baru").text(TerminalStyle(isColoured: false))
    #expect(text.contains("winner   default\n"))
    #expect(text.contains("lacks"))
  }

  @Test("its JSON holds the same")
  func json() throws {
    let json =
      try JSONSerialization.jsonObject(with: Data(explained("katalog").json().utf8)) as? [String: Any]
    #expect((json?["winner"] as? [String: Any])?["scenario"] as? String == "harga")
    #expect((json?["says"] as? [String])?.count == 2)
  }

  // MARK: - Stages and questions

  private static let order = """
    bot: {timezone: Asia/Jakarta, hours: office, closed: Tutup, first: welcome}
    hours: {office: {mon-fri: 08:00-17:00}}
    services: {erp: {base: https://erp.example.co.id}}
    scenarios:
      welcome: {reply: Selamat datang}
      price: {keywords: [harga, daftar harga], reply: Mulai Rp10.000}
      shipping: {keywords: [ongkir], reply: Gratis}
      find: {pattern: "cari {what:text}", reply: "{what}"}
      order:
        keywords: [pesan]
        steps:
          - ask: Siapa?
            save: name
            expect: text 2-60
          - ask: "Berapa, {name}?"
            save: qty
            expect: number 1-100
          - menu: Bayar?
            as: pay
            options: [Tunai, Transfer: transfer, Daftar harga: price]
      transfer: {exact: [transfer], reply: BCA 123}
      track:
        keywords: [lacak]
        steps:
          - call: POST erp/track
            send: {number: "{contact.number}"}
            failed: [{say: Gangguan}]
      cs:
        type: chat_panel
        keywords: [cs]
        panel: {opened: Mohon tunggu, release: {idle: 2h}}
      cancel: {exact: [batal, cancel], interrupt: always, reply: Baik}
    default: {reply: Maaf}
    """

  private func asked(_ message: String, _ options: String...) throws -> Explained {
    let folder = try TemporaryFolder()
    try folder.write(Self.order, to: "bot.yaml")
    let command = try Explain.parse([folder.url.path, message] + options)
    let bot = BotFolder(path: folder.url.path)
    let moment = try command.moment(bot.open(), now: Timestamp(milliseconds: 1_770_073_260_000))
    return Explained(message, in: moment, folder: bot)
  }

  @Test(
    "it names the stage that decided, and what those before it found",
    arguments: [
      ("batal", "always-words"),
      ("ongkir", "whole message; no always-word"),
      ("cari harga", "whole message; no always-word"),
      (
        "daftar harga ongkir",
        "most words (2 of the message's 3 words); no always-word, nothing is the whole message"
      ),
      (
        "ongkir dan harga",
        "written first (another has 1 word too); no always-word, nothing is the whole message"
      ),
      ("ongkri", "whole message; nothing fits before typos are mended, no always-word"),
      ("qwerty", "default; nothing fits, typos mended or not"),
    ])
  func stage(message: String, line: String) throws {
    #expect(try asked(message).stage?.line == line)
  }

  @Test("at a question it tells what the answer was read as, and what was expected of one that is none")
  func question() throws {
    let ten = try asked("sepuluh kak", "--at", "order/qty", "--set", "name=Budi")
    #expect(ten.stage?.line == "open question (an answer to order/qty)")
    let read = "answer   \"10\" to order/qty, which expects number 1-100\n"
    #expect(ten.text(TerminalStyle(isColoured: false)).contains(read))
    #expect(ten.then == ["it waits for order/pay"])
    let many = try asked("banyak", "--at", "order/qty", "--set", "name=Budi")
    #expect(many.says == ["Berapa, Budi?"])
    #expect(many.stage?.line == "open question (no answer to order/qty, and nothing else fits)")
    let unread = "answer   none to order/qty: it expects number 1-100\n"
    #expect(many.text(TerminalStyle(isColoured: false)).contains(unread))
    #expect(many.then == ["order/qty waits for its answer still"])
  }

  @Test("a start that is no answer is visited, and the question asked again; an always-word leaves it")
  func interrupted() throws {
    let price = try asked("harga?", "--at", "order/qty", "--set", "name=Budi")
    #expect(price.says == ["Mulai Rp10.000", "Berapa, Budi?"])
    #expect(price.stage?.passed == ["no answer to order/qty", "no always-word"])
    #expect(price.then == ["order/qty waits for its answer still"])
    let cancel = try asked("batal", "--at", "order/name")
    #expect(cancel.stage?.name == .always)
    #expect(cancel.then == ["order/name is left, and not asked again"])
  }

  @Test("a menu's option is told by its number, also where a keyword chooses it")
  func menu() throws {
    let second = try asked("2", "--at", "order/pay")
    #expect(second.answer?.option == 2 && second.answer?.value == "Transfer")
    #expect(second.answer?.expected == "1-3 or one of \"Tunai\", \"Transfer\", \"Daftar harga\"")
    let price = try asked("harga", "--at", "order/pay")
    #expect(price.stage?.line == "open question (keyword \"harga\" chooses an option of order/pay)")
  }

  @Test("a service that is asked and a panel that opens are told, and that more follows")
  func effects() throws {
    let track = try asked("lacak").text(TerminalStyle(isColoured: false))
    #expect(track.contains("calls    POST https://erp.example.co.id/track {\"number\":\"6281200000000\"}\n"))
    #expect(track.contains("then     what follows depends on the service's answer\n"))
    #expect(!track.contains("(silent)"))
    let panel = try asked("cs")
    #expect(panel.says == ["Mohon tunggu"])
    #expect(panel.then == ["the bot is silent from here: cs gives the conversation to a person"])
  }

  @Test("with a time the hours count, and the very first message meets `first`")
  func moments() throws {
    let closed = try asked("harga", "--time", "2026-08-16 09:00")
    #expect(closed.says == ["Tutup"] && closed.stage?.line == "opening hours (they are over)")
    #expect(try asked("harga", "--time", "2026-08-18 09:00").says == ["Mulai Rp10.000"])
    let first = try asked("qwerty", "--first")
    #expect(first.says == ["Selamat datang", "Maaf"])
  }

  @Test("the manual shows an explanation of the bot of `balas new` as it is printed")
  func manual() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "mybot").path
    try StarterBot(name: "mybot", language: .indonesian).write(to: path)
    let arguments = ["Budi", "--at", "pesan/nama"]
    let bot = BotFolder(path: path)
    let moment = try Explain.parse([path] + arguments).moment(bot.open())
    let text = Explained("Budi", in: moment, folder: bot).text(TerminalStyle(isColoured: false))
    let manual = try String(
      contentsOf: ExampleBots.folder.appendingPathComponent("README.md"), encoding: .utf8)
    let command = "balas explain mybot \"Budi\" --at pesan/nama"
    #expect(manual.contains("$ \(command)\n\(text)```\n"), "\(text)")
  }

  @Test(
    "a question that is not there is told, with the nearest",
    arguments: [
      ("ordr", "there is no scenario `ordr`. Did you mean `order`?"),
      ("order", "`order` asks several questions: `order/name`, `order/qty`, `order/pay`. Say which"),
      ("order/qti", "`order` has no question `qti`. Did you mean `order/qty`?"),
      ("price", "`price` asks nothing. These are asked: `order/name`, `order/qty`, `order/pay`."),
    ])
  func noQuestion(name: String, sentence: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.order, to: "bot.yaml")
    var moment = ExplainedMoment.usual(
      try BotFolder(path: folder.url.path).open(), now: Timestamp(milliseconds: 0))
    do {
      try moment.open(name)
      Issue.record("\(name) was opened")
    } catch {
      #expect(error.sentence == sentence)
    }
  }

  @Test("its JSON carries the stage, the answer, the calls and what follows")
  func wholeJSON() throws {
    let data = Data(try asked("sepuluh", "--at", "order/qty").json().utf8)
    let json = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    #expect((json?["stage"] as? [String: Any])?["name"] as? String == "open question")
    #expect((json?["answer"] as? [String: Any])?["value"] as? String == "10")
    #expect(json?["then"] as? [String] == ["it waits for order/pay"])
    #expect((json?["calls"] as? [String])?.isEmpty == true)
  }

  @Test("colours only on a terminal, without NO_COLOR")
  func colours() {
    #expect(TerminalStyle.forOutput(isTerminal: true, environment: [:]).isColoured)
    #expect(!TerminalStyle.forOutput(isTerminal: true, environment: ["NO_COLOR": "1"]).isColoured)
    #expect(TerminalStyle.forOutput(isTerminal: true, environment: ["NO_COLOR": ""]).isColoured)
    #expect(!TerminalStyle.forOutput(isTerminal: true, environment: ["TERM": "dumb"]).isColoured)
    #expect(!TerminalStyle.forOutput(isTerminal: false, environment: [:]).isColoured)
  }
}
