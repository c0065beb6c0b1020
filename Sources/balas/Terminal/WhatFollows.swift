import Dialogue

/// What a turn leaves open, told for a person.
struct WhatFollows {
  private(set) var sentences: [String] = []

  init(_ turn: Turn, before: Conversation, in bot: Bot) {
    let after = turn.conversation
    if after.call != nil { sentences.append("what follows depends on the service's answer") }
    if let panel = after.panel, before.panel == nil, let name = panel.scenario {
      sentences.append("the bot is silent from here: \(name) gives the conversation to a person")
    }
    if let open = after.open {
      sentences.append(
        open.serial == before.open?.serial
          ? "\(open.place) waits for its answer still" : Self.waiting(for: open, in: bot))
    }
    guard let met = before.open, met.isHeld != true, after.open?.serial != met.serial else { return }
    let comesBack = after.returns.contains {
      if case .question(let question) = $0 { question.serial == met.serial } else { false }
    }
    if comesBack {
      sentences.append("\(met.place) is asked again after that")
    } else if case .answer = turn.reason.winner {
      return
    } else if after.open?.place != met.place {
      sentences.append("\(met.place) is left, and not asked again")
    }
  }

  private static func waiting(for open: OpenQuestion, in bot: Bot) -> String {
    let expected =
      switch bot.question(at: open.place)?.kind {
      case .ask(let expectation): " (\(expectation.written))"
      case .menu, nil: ""
      }
    return "it waits for \(open.place)\(expected)"
  }
}
