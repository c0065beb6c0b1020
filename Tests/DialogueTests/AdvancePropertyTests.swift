import Foundation
import Testing

@testable import Dialogue

@Suite struct AdvancePropertyTests {
  private func event(_ id: Int64, using random: inout SeededRandom) -> Event {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: Event(.message(text: nil), id: id)
    case 1:
      Event(
        .undelivered(
          outboxID: id, reason: "dead",
          note: random.once(in: 2)
            ? nil
            : SendNote(
              place: RandomBots.place(using: &random), question: Int.random(in: 0...9, using: &random))),
        id: id)
    case 2: Event(random.pick([.poisoned, .agent, .release, .pause]), id: id)
    case 3: Event(.timer(random.pick(TimerKind.allCases)), id: id)
    case 4:
      Event(
        .callEnded(
          serial: Int.random(in: 0...9, using: &random),
          random.pick([
            .answered(json: #"{"a":{"b":[1,"x",null,true]}}"#), .answered(json: "<"), .failed(status: "500"),
          ])),
        id: id)
    default: Event(.message(text: RandomBots.message(using: &random)), id: id)
    }
  }

  @Test(
    "any bot ends every turn, the same arguments give the same turn, and saving in between changes nothing",
    arguments: 0..<200)
  func turns(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let bot = RandomBots.bot(using: &random)
    var kept = Conversation()
    var saved = Conversation()
    var now = TestBots.morning
    for id in 1...Int64(30) {
      now = now + .milliseconds(Int64.random(in: -5_000...40_000_000, using: &random))
      let event = event(id, using: &random)
      let turn = advance(kept, contact: TestBots.customer, event: event, bot: bot, now: now)
      let again = advance(saved, contact: TestBots.customer, event: event, bot: bot, now: now)
      #expect(turn == again, "seed \(seed), event \(id)")
      #expect(turn.effects.count <= 3 * 3 * Limits.stepsPerTurn + 1, "seed \(seed), event \(id)")
      kept = turn.conversation
      saved = try JSONDecoder().decode(Conversation.self, from: JSONEncoder().encode(again.conversation))
      let reason = try JSONDecoder().decode(Reason.self, from: JSONEncoder().encode(turn.reason))
      #expect(reason == turn.reason, "seed \(seed), event \(id)")
    }
  }

  @Test("a conversation from any other version of the bot does not stop the engine", arguments: 0..<50)
  func foreign(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let bot = RandomBots.bot(using: &random)
    for id in 1...Int64(20) {
      let strange = Conversation(
        startedAt: random.once(in: 2)
          ? nil : Timestamp(milliseconds: Int64.random(in: -1...4_102_444_800_000, using: &random)),
        lastInboundAt: random.once(in: 2)
          ? nil : Timestamp(milliseconds: Int64.random(in: -1...4_102_444_800_000, using: &random)),
        vars: ["x": "", "harga": "1"], misses: random.pick([Int.min, -1, 0, 1, 7, Int.max]))
      let turn = advance(
        strange, contact: TestBots.customer, event: event(id, using: &random), bot: bot, now: TestBots.morning
      )
      if case .fallback(let miss) = turn.reason.winner { #expect(miss > 0, "seed \(seed), event \(id)") }
    }
  }

  @Test("the order in which scenarios are written does not matter to a conversation", arguments: 0..<50)
  func order(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let bot = RandomBots.bot(using: &random)
    let other = TestBots.bot(
      bot.scenarios.shuffled(using: &random), fallback: bot.fallback, constants: bot.constants)
    var (one, two) = (Talk(bot), Talk(other))
    for id in 1...Int64(30) {
      let event = event(id, using: &random)
      #expect(one.hear(event.kind) == two.hear(event.kind), "seed \(seed), event \(id)")
    }
  }
}
