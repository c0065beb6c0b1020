import Dialogue
import Foundation

/// An explanation with places and answers, as `explain` and `chat` print it.
struct Explained: Encodable {
  struct Candidate: Encodable {
    var scenario: String
    var kind: Start.Kind
    var phrase: String
    var place: String
    /// Which word of the message it begins at, from 1.
    var word: Int?
    var lacked: String?
  }

  var message: String
  var words: [String]
  /// Words that were respelled, with what they were and why.
  var respelled: [Respelled]
  var winner: Candidate?
  var runnersUp: [Candidate]
  var nearMisses: [Candidate]
  /// Why the bot says what it says, in one line.
  var because: String
  var says: [String]
  var problems: [String]

  /// Explains `message` to somebody who wonders about it: as from a customer who wrote before, at no question, while the
  /// bot's hours last.
  init(_ message: String, bot: Bot, folder: BotFolder, now: Timestamp) {
    var bot = bot
    bot.options.opening = nil
    let turn = advance(
      Conversation(startedAt: now - .seconds(60), lastInboundAt: now - .seconds(60)),
      contact: Contact(number: "6281200000000"),
      event: Event(.message(text: message), id: 1), bot: bot, now: now)
    self.init(message, turn: turn, bot: bot, folder: folder, now: now)
  }

  /// Explains a turn that `message` made at `now`.
  init(_ message: String, turn: Turn, bot: Bot, folder: BotFolder, now: Timestamp) {
    let explanation = bot.explain(message, in: AnswerContext(now: now, timezone: bot.timezone))
    func candidate(_ one: Explanation.Candidate) -> Candidate {
      Candidate(
        scenario: one.scenario, kind: one.start.kind, phrase: one.start.phrase,
        place: folder.place(one.start.position), word: one.at.map { $0 + 1 }, lacked: one.lacked)
    }
    self.message = message
    words = explanation.words
    respelled = explanation.respelled
    winner = explanation.winner.map(candidate)
    runnersUp = explanation.runnersUp.map(candidate)
    nearMisses = explanation.nearMisses.map(candidate)
    because = ReasonLine.text(turn.reason)
    says = turn.effects.compactMap {
      if case .send(let content, _) = $0 { MessageLine.text(content) } else { nil }
    }
    problems = turn.effects.compactMap {
      if case .problem(let problem) = $0 { ReasonLine.text(problem, in: folder) } else { nil }
    }
  }

  /// One JSON object and a line break.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  func text(_ style: TerminalStyle) -> String {
    var lines = [MessageLine.labelled("message  ", message)]
    lines.append("words    " + (words.isEmpty ? style.dim("(none)") : words.joined(separator: " · ")))
    lines += respelled.map {
      "spelled  \($0.original) → \($0.word)" + style.dim($0.by.map { " (\($0.rawValue))" } ?? "")
    }
    if let winner {
      let word = winner.word.map { ", word \($0)" } ?? ""
      lines.append(
        "winner   \(style.bold(winner.scenario))  \(described(winner))\(word)  \(style.dim(winner.place))")
    } else {
      lines.append("winner   \(because)")
    }
    lines += (says.isEmpty ? [style.dim("(silent)")] : says).map { MessageLine.labelled("says     ", $0) }
    lines += problems.map { style.yellow("problem  \($0)") }
    lines += list("fits too", runnersUp, style)
    lines += list("nearly", nearMisses, style)
    return lines.joined(separator: "\n") + "\n"
  }

  private func list(_ title: String, _ candidates: [Candidate], _ style: TerminalStyle) -> [String] {
    candidates.isEmpty
      ? []
      : ["", title]
        + candidates.map {
          "  \($0.scenario)  \(described($0)) \($0.lacked ?? "")  \(style.dim($0.place))"
        }
  }

  private func described(_ candidate: Candidate) -> String {
    "\(candidate.kind.rawValue) \"\(candidate.phrase)\""
  }
}
