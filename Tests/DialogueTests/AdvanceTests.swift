import Testing

@testable import Dialogue

@Suite struct AdvanceTests {
  @Test("defaults are said in order, the last one from then on, and a hit starts anew")
  func misses() {
    var talk = Talk(
      TestBots.bot(
        [TestBots.scenario("hello", keywords: ["halo"])],
        fallback: Fallback(replies: [[TestBots.text("satu")], [TestBots.text("dua"), TestBots.text("tiga")]]))
    )
    #expect(talk.say("x") == ["satu"])
    #expect(talk.say("x") == ["dua", "tiga"])
    #expect(talk.say("x") == ["dua", "tiga"])
    #expect(talk.hear(.message(text: "👍")).reason.winner == .fallback(miss: 4))
    #expect(talk.say("halo") == ["hello"])
    #expect(talk.say("x") == ["satu"])
  }

  @Test("a message without text gets the media default, and is no miss")
  func media() {
    let fallback = Fallback(
      replies: [[TestBots.text("?")], [TestBots.text("??")]], media: [TestBots.text("!")])
    var talk = Talk(TestBots.bot([], fallback: fallback))
    #expect(talk.say("x") == ["?"])
    let turn = talk.hear(.message(text: nil))
    #expect(turn.said == ["!"])
    #expect(turn.reason.winner == .mediaFallback)
    #expect(talk.say("x") == ["??"])
  }

  @Test("without a media default a message without text gets the first default")
  func mediaWithoutDefault() {
    var talk = Talk(TestBots.bot([]))
    #expect(talk.say(nil) == ["?"])
    #expect(talk.conversation.misses == 0)
  }

  @Test("a bot without a default is silent, and says why", arguments: ["x", nil])
  func noDefault(text: String?) {
    var talk = Talk(TestBots.bot([], fallback: Fallback()))
    let turn = talk.hear(.message(text: text))
    #expect(turn.effects.isEmpty)
    guard case .silent(let why) = turn.reason.winner else {
      Issue.record("\(turn.reason.winner)")
      return
    }
    #expect(why.contains("no default"))
  }

  @Test("a message that did not arrive is not spoken of, and the customer's state stays")
  func undelivered() {
    var talk = Talk(TestBots.bot([]))
    talk.say("x")
    let before = talk.conversation
    let turn = talk.hear(.undelivered(outboxID: 1, reason: "dead", note: nil))
    #expect(turn.effects.isEmpty)
    #expect(turn.conversation == before)
  }

  @Test("after a poisoned event the customer gets the default")
  func poisoned() {
    var talk = Talk(TestBots.bot([]))
    #expect(talk.hear(.poisoned).said == ["?"])
  }

  @Test("a session ends 24 hours after the customer's last message, and its variables with it")
  func session() {
    var talk = Talk(
      TestBots.bot([TestBots.scenario("hello", keywords: ["halo"], steps: [.send([TestBots.text("{x|-}")])])])
    )
    talk.say("halo")
    let began = talk.conversation.startedAt
    talk.conversation.vars["x"] = "1"
    talk.conversation.misses = 2
    #expect(talk.say("halo", after: .seconds(86_399)) == ["1"])
    #expect(talk.conversation.startedAt == began)
    #expect(talk.say("halo", after: .seconds(86_400)) == ["-"])
    #expect(talk.conversation.startedAt == talk.now)
    #expect(talk.conversation.lastInboundAt == talk.now)
  }

  @Test("misses of a session that is over do not count")
  func missesOfOldSession() {
    let fallback = Fallback(replies: [[TestBots.text("?")], [TestBots.text("??")]])
    var talk = Talk(TestBots.bot([], fallback: fallback))
    talk.say("x")
    #expect(talk.say("x", after: .seconds(90_000)) == ["?"])
  }

  @Test("given variables have the values the language promises")
  func given() {
    let all = GivenVariable.allCases.filter { $0 != .callStatus }.map { "{\($0.rawValue)}" }.joined(
      separator: " · ")
    var talk = Talk(
      TestBots.bot(
        [
          TestBots.scenario(
            "x", keywords: ["x"], steps: [.send([TestBots.text(all + " · {toko} · {contact.k}")])])
        ],
        constants: ["toko": "Melati"]))
    talk.contact.vars = ["k": "v"]
    #expect(
      talk.say("X?") == [
        "628123456789 · Budi · X? · Toko · id · 2026-02-03 · 06:01 · Melati · v"
      ])
  }

  @Test("a customer whose name is not known gets the default of the text")
  func noName() {
    for name in [nil, ""] {
      var talk = Talk(
        TestBots.bot([], fallback: Fallback(replies: [[TestBots.text("Halo {contact.name|Kak}")]])))
      talk.contact.name = name
      #expect(talk.say("x") == ["Halo Kak"])
    }
  }

  @Test("what is not set is left out, and is the author's problem with its place")
  func unset() {
    var talk = Talk(
      TestBots.bot([TestBots.scenario("x", keywords: ["x"], steps: [.send([TestBots.text("a{y}b")])])]))
    let turn = talk.hear(.message(text: "x"))
    #expect(turn.said == ["ab"])
    guard case .problem(let problem) = turn.effects.first else {
      Issue.record("no problem told")
      return
    }
    #expect(problem.message.contains("{y}"))
    #expect(problem.position == TestBots.somewhere)
  }

  @Test("a text that came out empty is not sent")
  func empty() {
    var talk = Talk(
      TestBots.bot([TestBots.scenario("x", keywords: ["x"], steps: [.send([TestBots.text("{y|} ")])])]))
    let turn = talk.hear(.message(text: "x"))
    #expect(turn.said.isEmpty)
    #expect(turn.problems.count == 1)
  }

  @Test("a text that came out too long is cut")
  func tooLong() {
    var talk = Talk(
      TestBots.bot([
        TestBots.scenario(
          "x", keywords: ["x"], steps: [.send([TestBots.text("{message.text}{message.text}")])])
      ]))
    let turn = talk.hear(.message(text: "x " + String(repeating: "y", count: 4_000)))
    #expect(turn.said.first?.unicodeScalars.count == Limits.text)
    #expect(turn.problems.count == 1)
  }

  @Test("scenarios that goto each other stop after 50 steps with a problem")
  func loop() {
    let bot = TestBots.bot([
      TestBots.scenario("a", keywords: ["a"], steps: [.send([TestBots.text("a")]), .goto(scenario: "b")]),
      TestBots.scenario("b", steps: [.goto(scenario: "a")]),
    ])
    var talk = Talk(bot)
    let turn = talk.hear(.message(text: "a"))
    #expect(turn.said.count == 17)
    #expect(turn.problems.count == 1)
    #expect(talk.say("b") == ["?"])
  }

  @Test("the reason names the winner, the match and the scenarios entered")
  func reason() {
    let bot = TestBots.bot([
      TestBots.scenario("a", keywords: ["halo"], steps: [.goto(scenario: "b")]), TestBots.scenario("b"),
    ])
    var talk = Talk(bot)
    let reason = talk.hear(.message(text: "Halo kak")).reason
    #expect(reason.winner == .scenario("a"))
    #expect(reason.path == ["a", "b"])
    #expect(reason.match?.phrase == "halo")
  }
}
