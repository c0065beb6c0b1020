import Dialogue
import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML

extension ChatRoom {
  private static let commands = [
    "why", "back", "state", "time", "at", "as", "agent", "media", "answer", "restart", "reload", "save",
    "help",
    "quit",
  ]

  static let help = """
      /why                    how the last message found its answer
      /back                   take the last line back
      /state                  what is remembered of this customer
      /media                  send a message without text: a photo, a voice note
      /time +31m              let time pass; /time shows the clock
      /at 2026-08-14 09:00    let time pass until then
      /as NUMBER              be another customer
      /agent TEXT             write to the customer as a person does
      /answer {id: 7}         answer the call that waits; also timeout, unreachable or an HTTP status
      /restart                forget everybody and start over
      /reload                 read the bot's files again
      /save NAME              write this talk into bot.test.yaml, as a test
      /quit                   leave
      //text                  send a message that begins with /

    """

  /// Does what a command says; nil to leave.
  mutating func command(_ text: String, _ line: String) -> String? {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    let word = parts.first ?? ""
    let value = parts.count > 1 ? String(parts[1].trimmingSpaces()) : ""
    switch word {
    case "quit", "q": return nil
    case "help": return Self.help
    case "why": return why()
    case "state": return state()
    case "back": return goBack()
    case "restart": return startOver()
    case "reload": return reload()
    case "media": return perform(.user(nil), line)
    case "time": return wait(value, line)
    case "at":
      guard let time = WallTime(written: value) else {
        return remark("/at wants a day and a time, for example /at 2026-08-14 09:00")
      }
      let told = perform(.at(time), line)
      return passed(told)
    case "as":
      let digits = value.filter { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty else { return remark("/as wants a number, for example /as 628222222222") }
      return speakAs(PhoneNumber.canonical(value) ?? digits, line)
    case "agent":
      guard !value.isEmpty else {
        return remark("/agent wants what the person writes, for example /agent Baik Kak")
      }
      return perform(.agent(value), line)
    case "answer":
      guard let outcome = CallOutcome(written: value) else {
        return remark(
          "/answer wants JSON such as {id: 7}, timeout, unreachable, or an HTTP status such as 503")
      }
      return answer(outcome, line)
    case "save":
      guard !value.isEmpty else { return remark("/save wants a name for the test, for example /save order") }
      return save(value)
    default:
      let near = Nearest.to(word, among: Self.commands).map { "; did you mean /\($0)?" }
      return remark("there is no /\(word)\(near ?? "; /help lists what there is")")
    }
  }

  private mutating func wait(_ value: String, _ line: String) -> String {
    if value.isEmpty { return remark("it is \(talk.world.clock)") }
    guard let time = Duration(written: String(value.trimmingPrefix("+"))), time > .zero else {
      return remark("/time wants how long, for example /time +31m or /time +2h30m")
    }
    let told = perform(.wait(time), line)
    return passed(told)
  }

  /// What happened meanwhile, or that nothing did.
  private func passed(_ told: String) -> String {
    told.isEmpty ? remark("it is \(talk.world.clock); nothing happened meanwhile") : told
  }

  private func why() -> String {
    let turns = talk.world.happenings.compactMap { happening -> (Event.Kind, Turn, Timestamp)? in
      guard happening.number == talk.number, case .turn(let event, let turn) = happening.kind else {
        return nil
      }
      return (event, turn, happening.at)
    }
    guard let (event, turn, time) = turns.last else { return remark("nothing was written yet") }
    guard case .message(let text?) = event else { return remark(ReasonLine.text(turn.reason)) }
    let before = turns.dropLast().last?.1
    let moment = ExplainedMoment(
      bot: bot, conversation: before?.conversation ?? Conversation(),
      contact: Contact(number: talk.number, name: customerName, vars: before?.contactVars ?? [:]), now: time)
    return Explained(text, turn: turn, in: moment, folder: folder).text(style)
  }
}
