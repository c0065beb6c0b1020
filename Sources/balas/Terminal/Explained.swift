import Dialogue
import Foundation
import Service

/// An explanation with places and answers, as `explain` and `chat` print it.
struct Explained: Encodable {
  typealias Candidate = MessageReading.Candidate

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
    let reading = MessageReading(
      bot.explain(message, in: AnswerContext(now: now, timezone: bot.timezone)), place: folder.place)
    self.message = message
    words = reading.words
    respelled = reading.respelled
    winner = reading.winner
    runnersUp = reading.runnersUp
    nearMisses = reading.nearMisses
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
    lines += ReadingLines.words(words, respelled, style)
    if let winner {
      lines.append(ReadingLines.winner(winner, style))
    } else {
      lines.append("winner   \(because)")
    }
    lines += (says.isEmpty ? [style.dim("(silent)")] : says).map { MessageLine.labelled("says     ", $0) }
    lines += problems.map { style.yellow("problem  \($0)") }
    lines += ReadingLines.list("fits too", runnersUp, style)
    lines += ReadingLines.list("nearly", nearMisses, style)
    return lines.joined(separator: "\n") + "\n"
  }
}
