import Dialogue
import Foundation
import ScenarioFile
import StrictYAML

/// A talk under way: the lines of a transcript that make something happen, done in a world.
package struct Talk: Sendable {
  package private(set) var world: World
  /// The customer whose lines they are.
  package private(set) var number: String
  /// Whether the bot was listened to since the customer wrote: what is written then comes a while later.
  package var hasListened = false
  /// The bots that `reload` brings, by their folder.
  private let variants: [String: RehearsedBot]

  /// Why a line cannot be done.
  package struct Obstacle: Error, CustomStringConvertible {
    package var description: String
  }

  /// The customer of a talk that names none.
  package static let usualNumber = "628111111111"

  package init(
    _ bot: RehearsedBot, now: Timestamp, number: String = usualNumber, services: CallTable = CallTable(),
    variants: [String: RehearsedBot] = [:]
  ) {
    world = World(bot, now: now, services: services)
    self.number = number
    self.variants = variants
  }

  /// A talk that begins as `transcript` says.
  init(_ transcript: Transcript, with bot: RehearsedBot, variants: [String: RehearsedBot]) {
    var number = Self.usualNumber
    if case .customer(let first)? = transcript.lines.first?.action { number = first }
    self.init(
      bot, now: (transcript.at ?? Transcript.usualTime).timestamp(in: bot.bot.timezone), number: number,
      services: CallTable(transcript.calls, otherwise: .failed(status: "unreachable")), variants: variants)
    world.language = transcript.language?.text
    if let start = transcript.start { world.start(start.scenario?.text, start.vars, with: number) }
  }

  /// Does one line; the bot's lines and what is expected do nothing.
  package mutating func perform(_ action: TalkLine.Action) throws(Obstacle) {
    switch action {
    case .user(let text):
      if hasListened { world.wait(pause) }
      hasListened = false
      world.hear(text, from: number)
    case .bot, .silent: hasListened = true
    case .agent(let text): world.agentWrites(text, to: number)
    case .customer(let other): number = other
    case .wait(let time): world.wait(time)
    case .at(let time):
      let moment = time.timestamp(in: world.bot.bot.timezone)
      guard moment >= world.now else {
        throw Obstacle(description: "it is later already: the clock shows \(world.clock)")
      }
      world.advance(to: moment)
    case .restart: world.restart()
    case .reload(let folder):
      guard let bot = variants[folder] else {
        throw Obstacle(description: "there is no bot in `\(folder)`")
      }
      world.bot = bot
    case .again:
      guard world.customer(number).lastHeard != nil else {
        throw Obstacle(description: "the customer has written nothing that could come again")
      }
      world.hearAgain(from: number)
    case .status(let status, let message):
      world.tell(status, of: try index(ofMessage: message), to: number)
    case .expect: break
    }
  }

  /// Which of the bot's last messages is meant, from 0.
  private func index(ofMessage wanted: Int?) throws(Obstacle) -> Int {
    let messages = world.customer(number).lastMessages
    guard let last = messages.lastIndex(where: { !$0.isLost }) else {
      throw Obstacle(description: "the bot has sent nothing that could have a status")
    }
    guard let wanted else { return last }
    guard messages.indices.contains(wanted - 1) else {
      let count = messages.count == 1 ? "1 message" : "\(messages.count) messages"
      throw Obstacle(description: "there is no message \(wanted): the bot sent \(count)")
    }
    guard !messages[wanted - 1].isLost else {
      throw Obstacle(description: "message \(wanted) has failed already")
    }
    return wanted - 1
  }

  /// Long enough that what is written next is no part of what was written before.
  private var pause: Duration { world.bot.bot.fallback.quiet + .seconds(1) }
}

extension Talk {
  /// Lets `body` change the world as no line of a transcript can.
  package mutating func change(_ body: (inout World) -> Void) { body(&world) }
}

extension World {
  /// What clocks show where the bot is, as `2026-08-14 09:00`.
  package var clock: String {
    let civil = CivilTime(now, in: bot.bot.timezone)
    return "\(civil.date) \(civil.time)"
  }
}

extension WallTime {
  package func timestamp(in timezone: TimeZone) -> Timestamp {
    Timestamp(date, minute: minute, in: timezone)
  }
}
