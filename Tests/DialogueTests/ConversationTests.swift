import Foundation
import Testing

@testable import Dialogue

/// Conversations with questions, menus and keywords between them.
@Suite struct ConversationTests {
  private func ask(
    _ prompt: String, _ expectation: Dialogue.Expectation, save: String? = nil, retry: String? = nil,
    tries: Int? = nil, onFail: Handler? = nil, timeout: Duration? = nil, onTimeout: Handler? = nil,
    leaves: Bool = false
  ) -> Step.Action {
    .ask(
      Question(
        .ask(expectation), prompt: [TestBots.text(prompt)], variable: save,
        retry: retry.map { [TestBots.text($0)] } ?? [], tries: tries, onFail: onFail, timeout: timeout,
        onTimeout: onTimeout, leavesForKeywords: leaves))
  }

  private func say(_ text: String) -> Step.Action { .send([TestBots.text(text)]) }

  private func steps(_ actions: Step.Action...) -> Handler {
    .steps(actions.map { Step($0, position: TestBots.somewhere) })
  }

  private func always(_ scenario: Scenario) -> Scenario {
    Scenario(
      name: scenario.name, starts: scenario.starts, steps: scenario.steps, position: scenario.position,
      isAlways: true)
  }

  /// A shop with an order of two questions.
  private func shop() throws -> Bot {
    TestBots.bot([
      TestBots.scenario("greeting", keywords: ["halo"]),
      always(TestBots.scenario("menu", exact: ["menu"])),
      always(TestBots.scenario("agent", keywords: ["agen"])),
      TestBots.scenario("price", keywords: ["harga"]),
      TestBots.scenario("catalog", keywords: ["katalog", "daftar harga"]),
      TestBots.scenario("shipping", keywords: ["ongkir"]),
      TestBots.scenario("book", keywords: ["buku"]),
      TestBots.scenario(
        "order", keywords: ["pesan"],
        steps: [
          ask("Nama?", .text(2...60), save: "name", retry: "Minimal 2 huruf."),
          ask("Berapa?", try .init(parsing: "number 1-100"), save: "qty"),
          say("{name}: {qty}"),
        ]),
      scenario("search", pattern: "cari {what:text}", says: "cari: {what}"),
      scenario("tracking", pattern: "... muatan DO-{n:digits 4}", says: "muatan {n}"),
      TestBots.scenario("track", keywords: ["lacak"]),
      TestBots.scenario("box", keywords: ["pesanan"]),
    ])
  }

  private func scenario(_ name: String, pattern: String, says text: String) -> Scenario {
    let start = (try? Pattern(parsing: pattern)).map { Start(pattern: $0, position: TestBots.somewhere) }
    return Scenario(
      name: name, starts: start.map { [$0] } ?? [], steps: [Step(say(text), position: TestBots.somewhere)],
      position: TestBots.somewhere)
  }

  @Test(
    "who wins, row by row",
    arguments: [
      ("daftar harga ongkir", "catalog"), ("ongkir dan harga?", "shipping"),
      ("CARI kotak pesanan", "cari: kotak pesanan"), ("tolong lacak muatan DO-0022", "muatan 0022"),
      ("hrga brp ya", "price"), ("haloooo", "greeting"), ("halo bu", "greeting"), ("menu", "menu"),
    ])
  func winner(message: String, said: String) throws {
    var talk = Talk(try shop())
    #expect(talk.say(message) == [said])
  }

  @Test("an always-word that is the whole message wins against free text; inside an answer it does not")
  func alwaysWord() throws {
    var talk = Talk(try shop())
    #expect(talk.say("pesan") == ["Nama?"])
    #expect(talk.say("menu") == ["menu"])
    #expect(talk.conversation.open == nil)
    talk.say("pesan")
    #expect(talk.say("Agen Sumber Rejeki") == ["Berapa?"])
    #expect(talk.conversation.vars["name"] == "Agen Sumber Rejeki")
  }

  @Test("a keyword at a question that it cannot answer is answered, and the question comes back")
  func interrupted() throws {
    var talk = Talk(try shop())
    talk.say("pesan")
    talk.say("Budi")
    #expect(talk.say("harga") == ["price", "Berapa?"])
    #expect(talk.say("sepuluh") == ["Budi: 10"])
    #expect(talk.conversation.open == nil)
  }

  @Test("the own start of a question's scenario starts it over")
  func startsOver() throws {
    var talk = Talk(try shop())
    talk.say("pesan")
    talk.say("Budi")
    #expect(talk.say("pesan") == ["Nama?"])
    #expect(talk.conversation.returns.isEmpty)
  }

  @Test("an answer that is none gets the retry, or the question again")
  func retry() throws {
    var talk = Talk(try shop())
    talk.say("pesan")
    #expect(talk.say("x") == ["Minimal 2 huruf."])
    talk.say("Budi")
    #expect(talk.say("banyak") == ["Berapa?"])
    #expect(talk.say("101") == ["Berapa?"])
    #expect(talk.say("10 ya kak") == ["Budi: 10"])
  }

  @Test("the third answer that is none runs on_fail, else the default")
  func tries() throws {
    for (onFail, said) in [(steps(say("gagal")), "gagal"), (nil, "?")] as [(Handler?, String)] {
      var talk = Talk(
        TestBots.bot([
          TestBots.scenario(
            "q", keywords: ["mulai"], steps: [ask("Ya?", .yesNo, tries: 3, onFail: onFail), say("lanjut")])
        ]))
      talk.say("mulai")
      #expect(talk.say("abc") == ["Ya?"])
      #expect(talk.say("abc") == ["Ya?"])
      #expect(talk.say("abc", after: .seconds(5)) == [said])
      #expect(talk.conversation.open == nil)
    }
  }

  @Test("a menu numbers its options, takes number, label and beginning, and goes where the option leads")
  func menu() {
    func option(_ label: String, _ target: Handler?) -> Question.Option {
      Question.Option(label: LocalizedText(TextTemplate(literal: label)), target: target)
    }
    let menu = Step.Action.ask(
      Question(
        .menu([
          option("Katalog", .goto(scenario: "catalog")), option("Pesan", nil),
          option("Bicara dengan CS", steps(say("tunggu"))),
        ]), prompt: [TestBots.text("Pilih:")], variable: "choice"))
    let bot = TestBots.bot([
      TestBots.scenario("menu", keywords: ["menu"], steps: [menu, say("pilihan: {choice}")]),
      TestBots.scenario("catalog", keywords: ["brosur"]),
    ])
    for (answer, said) in [
      ("1", "catalog"), ("no 1", "catalog"), ("kata", "catalog"), ("brosur", "catalog"),
      ("2.", "pilihan: Pesan"),
      ("dua", "pilihan: Pesan"), ("bicara", "tunggu"), ("3️⃣", "tunggu"), ("katalg", "catalog"),
    ] {
      var talk = Talk(bot)
      #expect(talk.say("menu") == ["Pilih:\n1. Katalog\n2. Pesan\n3. Bicara dengan CS"])
      #expect(talk.say(answer) == [said], "\(answer)")
      #expect(talk.conversation.open == nil)
    }
  }

  @Test("a visit comes back behind its step; a goto does not")
  func visit() {
    let bot = TestBots.bot([
      TestBots.scenario("a", keywords: ["a"], steps: [say("a1"), .visit(scenario: "b"), say("a2")]),
      TestBots.scenario("b", steps: [say("b1"), ask("b?", .yesNo, save: "x"), say("b2 {x}")]),
      TestBots.scenario("c", keywords: ["c"], steps: [.visit(scenario: "d"), say("c2")]),
      TestBots.scenario("d", steps: [.goto(scenario: "e")]), TestBots.scenario("e"),
    ])
    var talk = Talk(bot)
    #expect(talk.say("a") == ["a1", "b1", "b?"])
    #expect(talk.say("iya kak") == ["b2 yes", "a2"])
    #expect(talk.say("c") == ["e"])
  }

  @Test("a question closes when its time is over, with on_timeout, else the bot's on_idle")
  func timeout() {
    var bot = TestBots.bot([
      TestBots.scenario(
        "q", keywords: ["mulai"],
        steps: [
          ask(
            "Nama?", .text(1...9), timeout: .seconds(600),
            onTimeout: steps(say("lama sekali"), .end(.session)))
        ]), TestBots.scenario("r", keywords: ["lain"], steps: [ask("Lain?", .text(1...9))]),
    ])
    bot.options.onIdle = TestBots.scenario("bot.on_idle", steps: [say("sampai jumpa")])
    var talk = Talk(bot)
    talk.say("mulai")
    #expect(talk.conversation.timers(bot) == [.question: talk.now + .seconds(600)])
    #expect(talk.hear(.timer(.question), after: .seconds(599)).said == [])
    #expect(talk.hear(.timer(.question), after: .seconds(1)).said == ["lama sekali"])
    #expect(talk.conversation.startedAt == nil)
    #expect(talk.conversation.timers(bot).isEmpty)
    talk.say("lain")
    #expect(talk.hear(.timer(.question), after: .seconds(1800)).said == ["sampai jumpa"])
    #expect(talk.conversation.startedAt == nil)
    #expect(talk.hear(.timer(.question)).said == [])
  }

  @Test("a question whose place is gone is told at the next message, which is then matched")
  func gone() throws {
    var talk = Talk(try shop())
    talk.say("pesan")
    talk.bot = TestBots.bot([TestBots.scenario("price", keywords: ["harga"])])
    talk.bot.options.onGone = TestBots.scenario("bot.on_gone", steps: [say("berubah")])
    #expect(talk.say("harga") == ["berubah", "price"])
  }

  @Test("a panel opens, is silent, and is released by word, by time and by an operator")
  func panel() {
    let panel = Panel(
      opened: [TestBots.text("tunggu")],
      nudge: Panel.Nudge(after: .seconds(600), replies: [TestBots.text("masih antre")]),
      release: Panel.Release(
        idle: .seconds(7200), keywords: [["selesai"]], replies: [TestBots.text("terima kasih")]))
    let bot = TestBots.bot([
      Scenario(
        name: "agent", starts: [Start(kind: .keyword, phrase: "cs", position: TestBots.somewhere)], steps: [],
        position: TestBots.somewhere, isAlways: true, panel: panel),
      TestBots.scenario("price", keywords: ["harga"]),
    ])
    var talk = Talk(bot)
    #expect(talk.say("cs") == ["tunggu"])
    #expect(talk.say("harga") == [])
    #expect(talk.hear(.timer(.nudge), after: .seconds(600)).said == ["masih antre"])
    #expect(talk.conversation.timers(bot)[.nudge] == nil)
    talk.hear(.agent)
    #expect(talk.hear(.timer(.panel), after: .seconds(7199)).said == [])
    #expect(talk.hear(.timer(.panel), after: .seconds(1)).said == ["terima kasih"])
    #expect(talk.say("harga") == ["price"])
    talk.say("cs")
    #expect(talk.say("Selesai!") == ["terima kasih"])
    talk.say("cs")
    #expect(talk.hear(.poisoned).said == [])
    #expect(talk.hear(.release).said == ["terima kasih"])
  }

  @Test("a call's answer is kept under its name; a failure takes its own way")
  func call() throws {
    let call = Call(
      method: "POST", url: try .parse("https://erp.example/orders/{name}"),
      body: .object([.init("name", .text(try .parse("{name}")))]), timeout: .seconds(5), variable: "order",
      failed: steps(say("gangguan {call.status}")))
    let bot = TestBots.bot([
      TestBots.scenario(
        "order", keywords: ["pesan"],
        steps: [
          .set([Assignment("name", try .parse("Bu \"Ani\""))]), .call(call), say("{order.id} {order.total}"),
        ])
    ])
    var talk = Talk(bot)
    let turn = talk.hear(.message(text: "pesan"))
    #expect(
      turn.effects == [
        .call(
          CallRequest(
            serial: 1, method: "POST", url: "https://erp.example/orders/Bu%20%22Ani%22", headers: [:],
            body: #"{"name":"Bu \"Ani\""}"#, timeout: 5000))
      ])
    let answered = talk.hear(.callEnded(serial: 1, .answered(json: #"{"id":"INV-1","total":250000}"#)))
    #expect(answered.said == ["INV-1 250000"])
    #expect(talk.hear(.callEnded(serial: 1, .answered(json: "{}"))).said == [])
    talk.say("pesan")
    #expect(talk.hear(.callEnded(serial: 2, .failed(status: "timeout"))).said == ["gangguan timeout"])
    talk.say("pesan")
    #expect(talk.hear(.callEnded(serial: 3, .answered(json: "<html>"))).said == ["gangguan 200"])
  }

  @Test("a header's secret stays for whoever makes the call, and a customer's braces cannot ask for one")
  func secrets() throws {
    let call = Call(
      method: "GET", url: TextTemplate(literal: "https://erp.example/"),
      headers: [
        "Authorization": try .parse("Bearer {secret.erp_key}"), "X-Text": try .parse("{message.text}"),
      ], timeout: .seconds(5), failed: steps(say("gangguan")))
    let bot = TestBots.bot([TestBots.scenario("order", keywords: ["pesan"], steps: [.call(call)])])
    var talk = Talk(bot)
    let turn = talk.hear(.message(text: "pesan {secret.erp_key}"))
    let headers = turn.effects.compactMap { if case .call(let request) = $0 { request.headers } else { nil } }
    #expect(
      headers == [["Authorization": "Bearer {secret.erp_key}", "X-Text": "pesan {{secret.erp_key}"]])
  }

  @Test("a message that does not arrive closes its question and runs not_sent")
  func notSent() {
    let options = SendOptions(notSent: steps(say("lewat teks")))
    let bot = TestBots.bot([
      TestBots.scenario(
        "a", keywords: ["a"], steps: [.send([TestBots.text("satu")], options), ask("Nama?", .text(1...9))])
    ])
    var talk = Talk(bot)
    let turn = talk.hear(.message(text: "a"))
    let notes = turn.effects.compactMap { if case .send(_, let terms) = $0 { terms.note } else { nil } }
    #expect(notes == [SendNote(place: StepPlace(scenario: "a", step: "say 1")), SendNote(question: 1)])
    let first = talk.hear(.undelivered(outboxID: 1, reason: "dead", note: notes[0]))
    #expect(first.said == ["lewat teks"])
    #expect(talk.conversation.open != nil)
    talk.hear(.undelivered(outboxID: 2, reason: "dead", note: notes[1]))
    #expect(talk.conversation.open == nil)
  }

  @Test("after forty messages in ten minutes the bot is silent until it slows down, and says so once")
  func chatter() {
    var talk = Talk(TestBots.bot([TestBots.scenario("a", keywords: ["a"])]))
    for _ in 0..<40 { #expect(talk.say("a") == ["a"]) }
    let over = talk.hear(.message(text: "a"))
    #expect(over.said == [] && over.problems.count == 1)
    #expect(talk.hear(.message(text: "a")).problems.isEmpty)
    #expect(talk.say("a", after: .seconds(600)) == ["a"])
  }

  @Test("a question interrupted by a question comes back when that is answered")
  func nested() throws {
    let bot = TestBots.bot([
      TestBots.scenario("a", keywords: ["a"], steps: [ask("A?", .yesNo, save: "a"), say("a {a}")]),
      TestBots.scenario("b", keywords: ["b"], steps: [ask("B?", .yesNo, save: "b"), say("b {b}")]),
    ])
    var talk = Talk(bot)
    talk.say("a")
    #expect(talk.say("b") == ["B?"])
    #expect(talk.say("ya") == ["b yes", "A?"])
    #expect(talk.say("tidak") == ["a no"])
  }

  @Test("a conversation is saved and read back whole")
  func saved() throws {
    var talk = Talk(try shop())
    for text in ["pesan", "Budi", "harga", "x", "menu", "tidak jelas", "pesan"] {
      talk.say(text)
      let data = try JSONEncoder().encode(talk.conversation)
      #expect(try JSONDecoder().decode(Conversation.self, from: data) == talk.conversation)
    }
  }
}
