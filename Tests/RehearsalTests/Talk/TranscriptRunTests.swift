import Dialogue
import Rehearsal
import ScenarioFile
import StrictYAML
import Testing

/// What each line of a talk does.
@Suite struct TranscriptRunTests {
  private let order = """
    user: pesan
    bot: Nama?
    user: Budi
    bot: Berapa?
    user: 2

    """
  private let erp = "    calls:\n      POST https://erp.example.co.id/orders: "

  /// What went otherwise, as `line: expected | got`.
  private func differences(_ talk: String, setup: String = "", bot: String = ShopFolder.bot) throws
    -> [String]
  {
    let result = try ShopFolder.run(talk, setup: setup, bot: bot)
    let first = result.transcript.lines.first?.span.line ?? 0
    return result.failures.map { failure in
      let line = failure.span.line - first + 1
      switch failure.kind {
      case .differs(let expected, let got): return "\(line): \(expected) | \(got)"
      case .missing(let expected): return "\(line): \(expected) |"
      case .unlisted(let got): return "\(line): | \(got)"
      case .expectation(let expected, let got): return "\(line): \(expected) | \(got)"
      case .obstacle(let sentence): return "\(line): \(sentence)"
      }
    }
  }

  @Test("a talk that goes as it is written has no failures")
  func asWritten() throws {
    #expect(try differences(order + "bot: Pesanan A1.", setup: erp + "{id: A1, total: 7}\n") == [])
    #expect(try differences(order + "bot: Gangguan.", setup: erp + "503\n") == [])
    #expect(try differences(order + "bot: Gangguan.", setup: erp + "timeout\n") == [])
  }

  @Test("what differs, is missing or is not listed is told at its line")
  func differs() throws {
    #expect(try differences("user: halo\nbot: Hai") == ["2: Hai | Halo Kak"])
    #expect(try differences("user: halo\nbot: Halo Kak\nbot: Apa kabar?") == ["3: Apa kabar? |"])
    #expect(try differences("user: halo\nuser: promo\nbot: Halo Kak") == ["3: | Promo!"])
    #expect(try differences("user: halo\nbot: (silent)") == ["2: (silent) | Halo Kak"])
    #expect(try differences("user: halo") == ["1: | Halo Kak"])
    #expect(try differences("user: halo\nuser: promo\nbot: Promo!") == ["2: | Halo Kak"])
  }

  @Test("what is written before the bot is listened to is a burst; after that it comes a while later")
  func burst() throws {
    #expect(try differences("user: x\nuser: y\nbot: Apa?") == [])
    #expect(try differences("user: x\nbot: Apa?\nuser: y\nbot: Maaf?") == [])
  }

  @Test("time passes only in a talk, and fires what is due, once and in order")
  func time() throws {
    let talk = """
      user: cs
      bot: Tunggu ya.
      wait: 9m
      bot: (silent)
      wait: 1m
      bot: Masih antre.
      wait: 5h
      bot: Terima kasih.
      expect: panel closed
      wait: 5d
      bot: (silent)
      """
    #expect(try differences(talk) == [])
    #expect(
      try differences(
        "user: pesan\nbot: Nama?\nat: 2026-01-05 09:29\nbot: (silent)\nat: 2026-01-05 09:31\nbot: Sampai jumpa."
      )
        == [])
    #expect(
      try differences("user: halo\nbot: ...\nat: 2026-01-04 09:00")
        == ["3: it is later already: the clock shows 2026-01-05 09:00"])
  }

  @Test("what must be so is looked at where it stands, variables also when the session was ended")
  func expectations() throws {
    let talk = """
      user: pesan
      expect: question name
      expect: question order/name
      bot: Nama?
      user: Budi
      bot: Berapa?
      expect: name = Bu...
      expect: qty is not set
      wait: 6m
      bot: Lama sekali.
      expect: name = Budi
      expect: no open question
      expect: panel closed
      """
    #expect(try differences(talk) == [])
    #expect(
      try differences("user: halo\nbot: ...\nexpect: open question") == [
        "3: open question | no question is open"
      ])
    #expect(
      try differences("user: pesan\nbot: ...\nexpect: no open question") == [
        "3: no open question | `order/name` is open"
      ])
    #expect(try differences("user: pesan\nbot: ...\nexpect: name = x") == ["3: name = x | name is not set"])
    #expect(
      try differences("user: halo\nbot: ...\nexpect: panel open") == ["3: panel open | no chat panel is open"]
    )
  }

  @Test("what a service was sent can be expected, as far as it is written")
  func sent() throws {
    let done = order + "bot: Pesanan A1.\nexpect: sent POST https://erp.example.co.id/orders "
    let setup = erp + "[{id: A1}]\n"
    #expect(try differences(done + "{qty: 2}", setup: setup) == [])
    #expect(
      try differences(done + "{qty: 3}", setup: setup) == [
        #"7: sent POST https://erp.example.co.id/orders {"qty":"3"} | "#
          + #"sent POST https://erp.example.co.id/orders {"name":"Budi","qty":"2"}"#
      ])
  }

  @Test("a call that is not listed, or comes once too often, fails the test")
  func unlisted() throws {
    #expect(
      try differences(order + "bot: Gangguan.") == [
        #"5: POST https://erp.example.co.id/orders is not under `calls`, sending {"name":"Budi","qty":"2"}"#
      ])
    let twice = order + "bot: Pesanan A1.\n" + order + "bot: Gangguan."
    #expect(try differences(twice, setup: erp + "{id: A1}\n").count == 1)
    #expect(
      try differences(twice, setup: erp + "[{id: A1}]\n") == [
        "11: POST https://erp.example.co.id/orders was asked more than the 1 times that `calls` answers, "
          + #"sending {"name":"Budi","qty":"2"}"#
      ])
  }

  @Test("a message beside an open question may fail, and a call that nothing asks for is a problem")
  func besideQuestion() throws {
    let both = """
        both:
          keywords: [dua]
          steps:
            - say: Satu
              not_sent: [{say: Gagal}]
            - ask: Dua?
              save: name
      default:
      """
    let bot = ShopFolder.bot.replacing("default:", with: both)
    let talk = """
      user: dua
      bot: Satu
      bot: Dua?
      status: failed 1
      bot: Gagal
      expect: open question
      """
    #expect(try differences(talk, bot: bot) == [])
    let result = try ShopFolder.run("user: halo\nbot: Halo Kak", setup: erp + "{id: A1}\n")
    #expect(result.isPassed)
    #expect(
      result.problems.map(\.message) == [
        "`POST https://erp.example.co.id/orders` under `calls` was never asked"
      ])
    #expect(result.problems.first?.position?.file == "bot.test.yaml")
  }

  @Test("a field is read as the service writes its name, capitals and all")
  func capitals() throws {
    let bot = ShopFolder.bot.replacing(
      "\"Pesanan {order.id}.\"", with: "\"Pesanan {order.ship-to.orderId}.\""
    )
    .replacing("order.total > 100", with: "order.grandTotal > 100 or order.ship-to.orderId is not set")
    #expect(
      try differences(
        order + "bot: Pesanan B7.", setup: erp + "{ship-to: {orderId: B7}, grandTotal: 7}\n", bot: bot)
        == [])
  }

  @Test("null in an answer is nothing, and not the word")
  func null() throws {
    let talk = order + "bot: Pesanan A1.\nexpect: order.note is not set\nexpect: order.word = null"
    #expect(try differences(talk, setup: erp + "{id: A1, note: null, word: \"null\"}\n") == [])
  }

  @Test("the same message twice is answered once; a status failed runs not_sent")
  func provider() throws {
    #expect(try differences("user: halo\nbot: Halo Kak\nagain\nbot: (silent)") == [])
    #expect(try differences("again") == ["1: the customer has written nothing that could come again"])
    #expect(
      try differences(
        "user: promo\nbot: Promo!\nstatus: read\nbot: (silent)\nstatus: failed\nbot: Tidak sampai.") == [])
    #expect(
      try differences("user: promo\nbot: Promo!\nstatus: failed 2")
        == ["3: there is no message 2: the bot sent 1 message"])
    #expect(
      try differences("user: promo\nbot: Promo!\nstatus: failed 1\nbot: Tidak sampai.\nstatus: failed 1")
        == ["5: message 1 has failed already"])
    #expect(try differences("status: failed") == ["1: the bot has sent nothing that could have a status"])
  }

  @Test("a person writes, and the bot is silent, restart or not, until it is released")
  func agent() throws {
    let talk = """
      user: cs
      bot: Tunggu ya.
      agent: Ada apa?
      restart
      user: halo
      bot: (silent)
      wait: 1h59m
      bot: (silent)
      user: selesai
      bot: Terima kasih.
      user: halo
      bot: Halo Kak
      """
    #expect(try differences(talk) == [])
  }

  @Test("a talk may begin in a scenario, with variables, in another language, with another customer")
  func setup() throws {
    #expect(
      try differences(
        "bot: Nama?\nuser: Budi\nexpect: qty = 3\nbot: Berapa?",
        setup: "    start: {scenario: order, vars: {qty: 3}}\n") == [])
    #expect(
      try differences(
        "expect: contact.city = Bandung\nuser: halo\nbot: Hello",
        setup: "    start: {vars: {contact.city: Bandung}}\n    language: en\n") == [])
    #expect(
      try differences(
        "as: 628999\nbot: Nama?\nas: 628998\nuser: halo\nbot: Halo Kak",
        setup: "    start: {scenario: order}\n") == [])
  }

  @Test("a reload lays files over the bot's, and the customer stays where they are")
  func reload() throws {
    let shop = try ShopFolder([
      "new/bot.yaml": ShopFolder.bot.replacing("Berapa?", with: "Berapa banyak?"),
      "bot.test.yaml": """
      tests:
        a talk:
          talk: |
            user: pesan
            bot: Nama?
            reload: new
            user: Budi
            bot: Berapa banyak?

      """,
    ])
    let suite = try shop.suite()
    #expect(suite.diagnostics.isEmpty)
    let results = suite.transcripts.map { suite.run($0) }
    #expect(results.map(\.isPassed) == [true])
  }

  @Test("free text that comes too late waits for the customer; when they do not write, not_sent is run")
  func window() throws {
    let bot = """
      bot: {session: 4d}
      scenarios:
        q:
          keywords: [mulai]
          steps:
            - ask: Ya?
              save: x
              expect: yes-no
              timeout: 2d
              on_timeout:
                - say: Terlambat
                  not_sent:
                    - set: {contact.late: "ya"}
      default:
        reply: "?"

      """
    #expect(
      try differences("user: mulai\nbot: Ya?\nwait: 3d\nbot: (silent)\nexpect: contact.late = ya", bot: bot)
        == [])
    #expect(
      try differences(
        "user: mulai\nbot: Ya?\nwait: 50h\nbot: (silent)\nuser: hai\nbot: Terlambat\nbot: ?", bot: bot)
        == [])
  }
}
