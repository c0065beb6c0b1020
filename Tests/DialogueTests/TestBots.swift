import Foundation

@testable import Dialogue

/// Bots written in code, as short as a test wants them.
enum TestBots {
  static let somewhere = SourcePosition(file: "bot.yaml", line: 1, column: 1)
  static let jakarta = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt

  /// A bot of `scenarios` whose default says "?".
  static func bot(
    _ scenarios: [Scenario], fallback: Fallback = Fallback(replies: [[text("?")]]),
    constants: [String: String] = [:]
  ) -> Bot {
    Bot(
      name: "Toko", hash: "0", options: BotOptions(timezone: jakarta), constants: constants,
      scenarios: scenarios,
      fallback: fallback)
  }

  /// A scenario that says its own name unless it has other steps.
  static func scenario(
    _ name: String, keywords: [String] = [], exact: [String] = [], steps: [Step.Action]? = nil
  ) -> Scenario {
    Scenario(
      name: name,
      starts: keywords.map { Start(kind: .keyword, phrase: $0, position: somewhere) }
        + exact.map { Start(kind: .exact, phrase: $0, position: somewhere) },
      steps: (steps ?? [.send([text(name)])]).map { Step($0, position: somewhere) }, position: somewhere)
  }

  static func text(_ text: String) -> Reply {
    .text((try? TextTemplate.parse(text)) ?? TextTemplate(literal: text))
  }

  static let customer = Contact(number: "628123456789", name: "Budi")

  /// 2026-02-03 06:01 in Jakarta.
  static let morning = Timestamp(milliseconds: 1_770_073_260_000)
}

extension Turn {
  /// What was said, media as `[kind name] caption`.
  var said: [String] {
    effects.compactMap {
      switch $0 {
      case .send(.text(let text), _): text
      case .send(.media(let media), _): "[\(media.kind.rawValue) \(media.fileName)] \(media.caption ?? "")"
      case .send(.template(let template), _): template.line
      case .problem, .call, .optOut: nil
      }
    }
  }

  var problems: [String] {
    effects.compactMap { if case .problem(let problem) = $0 { problem.message } else { nil } }
  }
}

/// A conversation with a bot, event by event.
struct Talk {
  var bot: Bot
  var contact = TestBots.customer
  var conversation = Conversation()
  var now = TestBots.morning
  private var id: Int64 = 0

  init(_ bot: Bot) { self.bot = bot }

  @discardableResult
  mutating func hear(_ kind: Event.Kind, after pause: Duration = .seconds(4)) -> Turn {
    now = now + pause
    id += 1
    let turn = advance(
      conversation, contact: contact, event: Event(kind, id: id), bot: bot, now: now)
    conversation = turn.conversation
    contact.vars = turn.contactVars
    return turn
  }

  /// What the bot says to `text`.
  @discardableResult
  mutating func say(_ text: String?, after pause: Duration = .seconds(4)) -> [String] {
    hear(.message(text: text), after: pause).said
  }
}
