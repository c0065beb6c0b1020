import Dialogue
import Foundation
import ScenarioFile
import StrictYAML

/// The customers of a terminal conversation, and where each of them stands.
struct ChatRoom {
  private struct Customer {
    var contact: Contact
    var conversation = Conversation()
    var last: (message: String?, turn: Turn)?
  }

  private(set) var bot: Bot
  private let folder: BotFolder
  private let style: TerminalStyle
  private let name: String?
  private var number: String
  private var customers: [String: Customer] = [:]
  private var events: Int64 = 0

  init(bot: Bot, folder: BotFolder, number: String, name: String?, style: TerminalStyle) {
    self.bot = bot
    self.folder = folder
    self.number = number
    self.name = name
    self.style = style
  }

  private var customer: Customer {
    customers[number] ?? Customer(contact: Contact(number: number, name: name))
  }

  /// What is printed for a line somebody typed, line break included; nil to leave.
  mutating func hear(_ line: String, now: Timestamp) -> String? {
    if line.hasPrefix("//") { return turn(.message(text: String(line.dropFirst())), now: now) }
    if line.hasPrefix("/") { return command(String(line.dropFirst()), now: now) }
    if line.allSatisfy(\.isWhitespace) { return "" }
    return turn(.message(text: line), now: now)
  }

  private mutating func turn(_ kind: Event.Kind, now: Timestamp) -> String {
    events += 1
    var customer = customer
    let turn = advance(
      customer.conversation, contact: customer.contact, event: Event(kind, id: events), bot: bot, now: now)
    customer.conversation = turn.conversation
    customer.contact.vars = turn.contactVars
    if case .message(let text) = kind { customer.last = (text, turn) }
    customers[number] = customer
    var lines: [String] = []
    for effect in turn.effects {
      switch effect {
      case .send(let content, _): lines.append(MessageLine.labelled("bot:  ", MessageLine.text(content)))
      case .optOut(let kind): lines.append(style.dim("      opted out of \(kind)"))
      case .call(let request): lines.append(style.dim("      call \(request.method) \(request.url)"))
      case .problem(let problem):
        lines.append(style.yellow("      problem: " + ReasonLine.text(problem, in: folder)))
      }
    }
    lines.append(style.dim("      " + ReasonLine.text(turn.reason)))
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func command(_ text: String, now: Timestamp) -> String? {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    switch parts.first ?? "" {
    case "quit", "q": return nil
    case "help": return Self.help
    case "media": return turn(.message(text: nil), now: now)
    case "why": return why()
    case "state": return state()
    case "restart":
      customers[number] = nil
      return remark("\(number) is a new customer now")
    case "as":
      let digits = (parts.count > 1 ? parts[1] : "").filter { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty else { return remark("/as wants a number, for example /as 628222222222") }
      number = digits
      return remark("you are \(digits) now")
    case "reload": return reload()
    default: return remark("there is no /\(parts.first ?? ""); /help lists what there is")
    }
  }

  private static let help = """
      /why          how the last message found its answer
      /state        what is remembered of this customer
      /media        send a message without text: a photo, a voice note
      /as NUMBER    be another customer
      /restart      forget this customer
      /reload       read the bot's files again
      /quit         leave
      //text        send a message that begins with /

    """

  private func why() -> String {
    guard let last = customer.last else { return remark("nothing was written yet") }
    guard let message = last.message else { return remark(ReasonLine.text(last.turn.reason)) }
    return Explained(message, turn: last.turn, bot: bot, folder: folder).text(style)
  }

  private func state() -> String {
    let conversation = customer.conversation
    var lines = ["number   \(customer.contact.number)", "name     \(customer.contact.name ?? "-")"]
    lines.append("session  " + (conversation.startedAt.map { "since " + moment($0) } ?? "none"))
    lines.append("misses   \(conversation.misses)")
    let vars =
      conversation.vars.map { ($0, $1) } + customer.contact.vars.map { ("contact." + $0, $1) }
    lines += vars.sorted { $0.0 < $1.0 }.map { "\($0.0) = \($0.1)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func moment(_ time: Timestamp) -> String {
    let civil = CivilTime(time, in: bot.timezone)
    return "\(civil.date) \(civil.time)"
  }

  private mutating func reload() -> String {
    if let obstacle = folder.obstacle { return remark("\(obstacle); the bot stays as it was") }
    let compilation = folder.compile()
    let told = DiagnosticFormat.text.render(compilation.diagnostics, sources: compilation.sources)
    guard let bot = compilation.bot else { return told + remark("the bot stays as it was") }
    self.bot = bot
    return told + remark("the bot was read again")
  }

  private func remark(_ text: String) -> String { style.dim(text) + "\n" }
}
