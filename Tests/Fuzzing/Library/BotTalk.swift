import Dialogue
import Foundation

/// A talk with a bot of which nothing is known but that it compiled.
struct BotTalk {
  private let bot: Bot
  private var conversation = Conversation()
  private var contact = Contact(number: "628123456789", name: "Budi")
  private var now = Trial.now
  private var id: Int64 = 0

  init(_ bot: Bot) { self.bot = bot }

  func check() throws(BrokenProperty) {
    var phrases: [String] = []
    for scenario in bot.scenarios {
      for start in scenario.starts where start.kind != .pattern {
        let variants = start.variants.isEmpty ? [start.phrase] : start.variants
        for variant in variants.prefix(3) {
          phrases.append(variant)
          try require(
            bot.explain(variant).winner != nil,
            "\(variant.debugDescription) starts no scenario, but is written to")
        }
      }
    }
    var talk = self
    for phrase in phrases.prefix(12) + ["1", "2", "ya", "apa saja"] {
      try talk.hear(.message(text: phrase))
      if let call = talk.conversation.call {
        try talk.hear(.callEnded(serial: call.serial, .answered(json: #"{"a":[1,{"b":null}]}"#)))
      }
      try talk.hear(.message(text: "1"))
      try talk.hear(.message(text: nil))
      if let call = talk.conversation.call {
        try talk.hear(.callEnded(serial: call.serial, .failed(status: "timeout")))
      }
    }
    for kind in TimerKind.allCases { try talk.hear(.timer(kind), after: .seconds(7200)) }
  }

  private mutating func hear(_ kind: Event.Kind, after pause: Duration = .seconds(30)) throws(BrokenProperty)
  {
    guard conversation.call == nil || !kind.waitsForCall else { return }
    now = now + pause
    id += 1
    let event = Event(kind, id: id)
    let turn = advance(conversation, contact: contact, event: event, bot: bot, now: now)
    let again = advance(conversation, contact: contact, event: event, bot: bot, now: now)
    try require(turn == again, "\(kind) does not give the same turn twice")
    let stored = try? JSONDecoder().decode(Conversation.self, from: JSONEncoder().encode(turn.conversation))
    try require(stored == turn.conversation, "after \(kind) the conversation is another once saved")
    conversation = turn.conversation
    contact.vars = turn.contactVars
  }
}
