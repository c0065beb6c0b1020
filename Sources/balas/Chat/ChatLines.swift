import Dialogue
import Rehearsal
import ScenarioFile

/// What happened in a chat as it is printed: messages, and below them what won.
struct ChatLines {
  let folder: BotFolder
  let style: TerminalStyle
  let world: World
  /// The customer who is spoken as.
  let number: String

  func text(_ happenings: [Happening]) -> String {
    var lines: [String] = []
    var pending: Happening?
    for happening in happenings {
      if case .turn(_, let turn) = happening.kind {
        if let pending { lines += reason(pending) }
        pending = happening
        lines += notes(turn)
      } else {
        lines += line(happening)
      }
    }
    if let pending { lines += reason(pending) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ happening: Happening) -> [String] {
    switch happening.kind {
    case .said(let content):
      let label = happening.number == number ? "bot:  " : "bot, to \(happening.number):  "
      return [MessageLine.labelled(label, world.bot.line(content))]
    case .held(let content, let until):
      let civil = CivilTime(until, in: world.bot.bot.timezone)
      let end = "\(civil.date) \(civil.time)"
      return [
        style.yellow("      waits until you write, at most until \(end): \(MessageLine.text(content))")
      ]
    case .lost(let content, let why):
      return [style.yellow("      not sent, because \(why): \(MessageLine.text(content))")]
    case .called(let request, _):
      let body = request.body.map { " " + $0 } ?? ""
      return [
        style.dim("      call \(request.method) \(request.url)\(body)"),
        style.dim("      it waits: /answer {id: 7}, /answer timeout or /answer 503"),
      ]
    case .broke(let sentence): return [style.yellow("      " + sentence)]
    case .turn, .agentSaid, .repeated, .nothing: return []
    }
  }

  /// What a turn did beside messages.
  private func notes(_ turn: Turn) -> [String] {
    turn.effects.compactMap {
      switch $0 {
      case .optOut(let kind): style.dim("      opted out of \(kind)")
      case .problem(let problem): style.yellow("      problem: " + ReasonLine.text(problem, in: folder))
      case .send, .call: nil
      }
    }
  }

  /// What won; with the time, where that has passed.
  private func reason(_ happening: Happening) -> [String] {
    guard case .turn(let event, let turn) = happening.kind else { return [] }
    var text = ReasonLine.text(turn.reason)
    if happening.number != number { text = "\(happening.number): \(text)" }
    if case .timer = event {
      let civil = CivilTime(happening.at, in: world.bot.bot.timezone)
      text = "\(civil.date) \(civil.time)  \(text)"
    }
    return [style.dim("      " + text)]
  }
}
