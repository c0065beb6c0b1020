import Dialogue
import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML

/// A conversation with a bot in the terminal: a transcript that is played while it is written.
struct ChatRoom {
  /// All that a line changes, so that it can be taken back.
  private struct Moment {
    var talk: Talk
    var record: ChatRecord
  }

  let folder: BotFolder
  let style: TerminalStyle
  let customerName: String?
  private var moment: Moment
  /// The moments before each line, with the line.
  private var past: [(line: String, Moment)] = []
  private var cast: RehearsedBot

  /// More lines than this nobody takes back.
  private static let remembered = 200

  /// - Parameters:
  ///   - number: the customer's.
  ///   - name: the customer's; nil if the provider told none.
  ///   - now: what the clock shows at the beginning.
  init(
    bot: RehearsedBot, folder: BotFolder, number: String = Talk.usualNumber, name: String?,
    style: TerminalStyle, now: Timestamp
  ) {
    cast = bot
    self.folder = folder
    self.style = style
    customerName = name
    // A talk begins at a whole minute: so a saved one begins where this one did.
    let start = Timestamp(milliseconds: now.milliseconds / 60_000 * 60_000)
    moment = Self.beginning(cast, number, name, now: start)
  }

  private static func beginning(
    _ bot: RehearsedBot, _ number: String, _ name: String?, now: Timestamp
  ) -> Moment {
    var talk = Talk(bot, now: now, number: number)
    talk.change { $0.name(number, name) }
    return Moment(talk: talk, record: ChatRecord(startedAt: talk.world.clock, number: number))
  }

  var bot: Bot { cast.bot }
  var talk: Talk { moment.talk }
  var record: ChatRecord { moment.record }

  /// What is printed for a line somebody typed, line break included; nil to leave.
  mutating func hear(_ line: String) -> String? {
    if line.hasPrefix("//") { return perform(.user(String(line.dropFirst())), line) }
    if line.hasPrefix("/") { return command(String(line.dropFirst()), line) }
    if line.allSatisfy(\.isWhitespace) { return "" }
    return perform(.user(line), line)
  }

  /// Does what a line of a transcript does, and tells what came of it.
  mutating func perform(_ action: TalkLine.Action, _ line: String) -> String {
    remember(line)
    let seen = talk.world.happenings.count
    do throws(Talk.Obstacle) {
      try moment.talk.perform(action)
    } catch {
      past.removeLast()
      return remark(error.description)
    }
    moment.talk.hasListened = true
    let happenings = Array(talk.world.happenings[seen...])
    moment.record.add(action, happenings, number: talk.number)
    if happenings.isEmpty, talk.world.snapshot(of: talk.number).call != nil {
      return remark("      it waits until the service has answered; see /answer")
    }
    return told(happenings)
  }

  /// A service answers the call that waits.
  mutating func answer(_ outcome: CallOutcome, _ line: String) -> String {
    guard talk.world.snapshot(of: talk.number).call != nil else {
      return remark("no service was called that could answer")
    }
    remember(line)
    let seen = talk.world.happenings.count
    let number = talk.number
    moment.talk.change { $0.answer(outcome, to: number) }
    let happenings = Array(talk.world.happenings[seen...])
    moment.record.note(happenings)
    return told(happenings)
  }

  private mutating func remember(_ line: String) {
    past.append((line, moment))
    if past.count > Self.remembered { past.removeFirst() }
  }

  /// Takes the last line back that changed anything.
  mutating func goBack() -> String {
    guard let (line, before) = past.popLast() else { return remark("there is nothing to take back") }
    moment = before
    takeBot(cast)
    return remark("taken back: \(line)")
  }

  /// Forgets all customers; the clock goes on.
  mutating func startOver() -> String {
    past = []
    let number = talk.number
    moment = Self.beginning(cast, number, customerName, now: talk.world.now)
    return remark("\(number) is a new customer now, and so is everybody else")
  }

  mutating func speakAs(_ number: String, _ line: String) -> String {
    let name = customerName
    if number != talk.number { moment.talk.change { $0.name(number, name) } }
    _ = perform(.customer(number), line)
    return remark("you are \(number) now")
  }

  /// Takes the bot's files as they are now; conversations stay where they are.
  mutating func reload() -> String {
    if let obstacle = folder.obstacle { return remark("\(obstacle); the bot stays as it was") }
    let compilation = folder.compile()
    let told = DiagnosticFormat.text.render(compilation.diagnostics, sources: compilation.sources)
    guard let bot = compilation.bot else { return told + remark("the bot stays as it was") }
    takeBot(RehearsedBot(bot, version: compilation.version, picks: .seeded))
    return told + remark("the bot was read again")
  }

  private mutating func takeBot(_ bot: RehearsedBot) {
    cast = bot
    moment.talk.change { $0.bot = bot }
  }

  private func told(_ happenings: [Happening]) -> String {
    ChatLines(folder: folder, style: style, world: talk.world, number: talk.number).text(happenings)
  }

  func remark(_ text: String) -> String { style.dim(text) + "\n" }
}
