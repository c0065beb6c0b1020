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
  /// Which stage of the priority rule decided.
  var stage: MessageStage?
  /// What the message was at the open question; nil where none was open.
  var answer: QuestionReading?
  var runnersUp: [Candidate]
  var nearMisses: [Candidate]
  /// Why the bot says what it says, in one line.
  var because: String
  var says: [String]
  /// The services that are asked; what follows from their answers is open.
  var calls: [String]
  /// What stays open afterwards, a sentence each.
  var then: [String]
  var problems: [String]

  /// Explains `message` as one that comes in `moment`.
  init(_ message: String, in moment: ExplainedMoment, folder: BotFolder) {
    let turn = advance(
      moment.conversation, contact: moment.contact, event: Event(.message(text: message), id: 1),
      bot: moment.bot, now: moment.now)
    self.init(message, turn: turn, in: moment, folder: folder)
  }

  /// Explains a turn that `message` made in `moment`.
  init(_ message: String, turn: Turn, in moment: ExplainedMoment, folder: BotFolder) {
    let bot = moment.bot
    let open = moment.conversation.open.flatMap { $0.isHeld == true ? nil : $0.place }
    let isAsked = moment.conversation.panel == nil && turn.reason.winner != .closed
    let place = isAsked ? open : nil
    var reading = MessageReading(
      bot.explain(message, in: AnswerContext(now: moment.now, timezone: bot.timezone), at: place),
      place: folder.place)
    let answer = place.flatMap {
      bot.read(message, at: $0, in: moment.conversation, of: moment.contact, now: moment.now)
    }
    reading.settle(turn.reason, at: answer, in: bot)
    self.message = message
    words = reading.words
    respelled = reading.respelled
    winner = reading.winner
    stage = reading.stage
    self.answer = reading.answer
    runnersUp = reading.runnersUp
    nearMisses = reading.nearMisses
    because = ReasonLine.text(turn.reason)
    says = turn.effects.compactMap {
      if case .send(let content, _) = $0 { MessageLine.text(content) } else { nil }
    }
    calls = turn.effects.compactMap {
      if case .call(let call) = $0 {
        "\(call.method) \(call.url)" + (call.body.map { " " + $0 } ?? "")
      } else {
        nil
      }
    }
    then = WhatFollows(turn, before: moment.conversation, in: bot).sentences
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
    lines += ReadingLines.answer(answer)
    if let winner {
      lines.append(ReadingLines.winner(winner, style))
    } else {
      lines.append("winner   \(because)")
    }
    lines += ReadingLines.stage(stage)
    lines += says.map { MessageLine.labelled("says     ", $0) }
    lines += calls.map { MessageLine.labelled("calls    ", $0) }
    if says.isEmpty, calls.isEmpty { lines.append("says     " + style.dim("(silent)")) }
    lines += then.map { "then     \($0)" }
    lines += problems.map { style.yellow("problem  \($0)") }
    lines += ReadingLines.list("fits too", runnersUp, style)
    lines += ReadingLines.list("nearly", nearMisses, style)
    return lines.joined(separator: "\n") + "\n"
  }
}
