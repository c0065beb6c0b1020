import ArgumentParser
import Dialogue
import Foundation
import ScenarioFile

/// `balas explain`: how one message finds its answer.
struct Explain: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Show how a bot understands a message, what it answers, and what nearly won.",
    discussion: """
      Examples:
        balas explain bots/toko-roti "harga kue ulang tahun berapa kak?"
        balas explain bots/toko-roti "halo" --format json
        balas explain mybot "sepuluh" --at order/qty --set name=Budi     as the answer to a question
        balas explain mybot "buka?" --time "2026-08-17 09:00"            on that day, in the bot's timezone

      The message is taken as one of a customer who wrote before and is at no question, while the bot's hours last;
      with --time the hours count. Exit status: 0, or 2 if the bot cannot run or there is no such question.
      """)

  @Argument(help: "The bot's folder.", completion: .directory)
  var folder: String

  @Argument(help: "What a customer writes.")
  var message: String

  @Option(help: "The open question: SCENARIO/QUESTION, or SCENARIO where that asks one alone.")
  var at: String?

  @Option(help: "When it comes, as 2026-08-17 09:00 in the bot's timezone.")
  var time: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("A variable that is set then; may be repeated.", valueName: "name=value"))
  var variables: [String] = []

  @Flag(help: "It is the customer's very first message.")
  var first = false

  @Option(help: "text for people, json for programs.")
  var format: Format = .text

  func validate() throws {
    if first, at != nil {
      throw ValidationError("At the very first message no question is open: leave out --at or --first.")
    }
    if let time, WallTime(written: time) == nil {
      throw ValidationError("--time wants a day and a time, for example --time \"2026-08-17 09:00\".")
    }
    for variable in variables where !variable.dropFirst().contains("=") {
      throw ValidationError("--set wants a name and a value, for example --set name=Budi, not \(variable).")
    }
  }

  func run() throws {
    let folder = BotFolder(path: folder)
    let explained = Explained(message, in: try moment(folder.open()), folder: folder)
    let output =
      switch format {
      case .text: explained.text(TerminalStyle.forOutput())
      case .json: try explained.json()
      }
    FileHandle.standardOutput.write(Data(output.utf8))
  }

  func moment(_ bot: Bot, now: Timestamp = Timestamp(Date())) throws -> ExplainedMoment {
    var moment = ExplainedMoment.usual(bot, now: now)
    if let time = time.flatMap(WallTime.init(written:)) {
      moment = .usual(bot, now: Timestamp(time.date, minute: time.minute, in: bot.timezone))
      moment.bot = bot
    }
    if first { moment.conversation = Conversation() }
    for variable in variables {
      let parts = variable.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      moment.set(String(parts[0]), String(parts[1]))
    }
    do {
      if let at { try moment.open(at) }
    } catch {
      throw Failure.cannot("\(error.sentence)".hasSuffix(".") ? error.sentence : error.sentence + ".")
    }
    return moment
  }
}
