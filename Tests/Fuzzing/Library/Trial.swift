import Dialogue
import Foundation

/// A bot and a message to it, written so that most changes to the bytes give another bot and another message.
///
///     key harga|berapa
///     pattern cari {what:text}
///     ask number 1-100
///
///     Berapa harganya?
///
/// Before the first empty line stands the bot, a start in each line; what cannot be read is left out:
///
/// * `key`, `exact`: a phrase, or several that mean the same; `pattern`, where `\n` is a line break. An `!` before
///   them makes the start an always-word.
/// * `ask`, `menu`: the question that is open, as its `expect` or as labels.
/// * `plain`, `no typos`: `spelling: none`, `typos: off`.
/// * `use`: a bot of `bots/`, or `many-words`, in place of all this.
/// * `say`: a message before the message.
/// * `fill`: the message is said again and again, until it is as long as messages can be.
struct Trial {
  /// Monday, 2026-01-05 10:00 in Jakarta: when offices are open.
  static let now = Timestamp(milliseconds: 1_767_582_000_000)

  private(set) var message: String
  private(set) var scenarios: [Scenario] = []
  private(set) var question: Question?
  /// Messages before the message.
  private(set) var talk: [String] = []
  private var name: String?
  private var options = BotOptions(timezone: TimeZone(identifier: "Asia/Jakarta") ?? .gmt)

  init(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    let end = text.range(of: "\n\n")
    message = end.map { String(text[$0.upperBound...]) } ?? text
    var isFilled = false
    for line in end.map({ text[..<$0.lowerBound].split(separator: "\n").prefix(24) }) ?? [] {
      if line == "fill" { isFilled = true } else { read(line) }
    }
    message = isFilled ? Self.filled(message) : String(message.unicodeScalars.prefix(Limits.text))
  }

  /// The bot; another of the same kind for each call.
  func bot() -> Bot {
    if let name, let bot = ReadyBots.all[name] { return bot }
    var scenarios = scenarios
    if let question {
      let ask = Step(.ask(question), position: Self.somewhere)
      scenarios.append(Scenario(name: Self.asking, starts: [], steps: [ask], position: Self.somewhere))
    }
    return Bot(
      name: "Bot", hash: "", options: options, scenarios: scenarios,
      fallback: Fallback(replies: [[.text(TextTemplate(literal: "?"))]]))
  }

  /// The name of the scenario that asks ``question``.
  static let asking = "asking"

  private static let somewhere = SourcePosition(file: "bot.yaml", line: 1, column: 1)

  private mutating func read(_ line: Substring) {
    let isAlways = line.hasPrefix("!")
    let words = line.drop { $0 == "!" }.split(separator: " ", maxSplits: 1)
    let rest = words.count == 2 ? String(words[1]) : ""
    switch words.first {
    case "key": add(phrases: rest, .keyword, isAlways)
    case "exact": add(phrases: rest, .exact, isAlways)
    case "pattern":
      let source = rest.replacing(#"\n"#, with: "\n")
      guard let pattern = try? Pattern(parsing: source) else { return }
      add(Start(pattern: pattern, position: Self.somewhere), isAlways)
    case "ask":
      guard let expectation = try? Expectation(parsing: rest) else { return }
      question = Question(.ask(expectation), prompt: [])
    case "menu":
      let labels = rest.split(separator: "|").map { LocalizedText(TextTemplate(literal: String($0))) }
      guard !labels.isEmpty else { return }
      question = Question(.menu(labels.map { Question.Option(label: $0) }), prompt: [])
    case "plain": options.spelling = false
    case "no": options.typos = false
    case "use": name = rest
    case "say": talk.append(String(rest.unicodeScalars.prefix(200)))
    default: break
    }
  }

  private mutating func add(phrases: String, _ kind: Start.Kind, _ isAlways: Bool) {
    let variants = phrases.split(separator: "|").map(String.init).filter { !PlainText.words($0).isEmpty }
    guard let first = variants.first else { return }
    add(
      Start(
        kind: kind, phrase: first, variants: variants.count > 1 ? variants : [], position: Self.somewhere),
      isAlways)
  }

  private mutating func add(_ start: Start, _ isAlways: Bool) {
    let reply = Reply.text(TextTemplate(literal: "ok"))
    scenarios.append(
      Scenario(
        name: "s\(scenarios.count)", starts: [start], steps: [Step(.send([reply]), position: Self.somewhere)],
        position: Self.somewhere, isAlways: isAlways))
  }

  private static func filled(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let times = Limits.text / text.unicodeScalars.count + 1
    return String(String(repeating: text, count: times).unicodeScalars.prefix(Limits.text))
  }
}
