import Foundation

/// A compiled bot: everything one turn needs, proved when it was loaded.
package struct Bot: Sendable {
  package var name: String
  /// SHA-256 over the bot's files, in hex: the version that answered a message.
  package var hash: String
  package var options: BotOptions
  /// The author's `vars`.
  package var constants: [String: String]
  /// In the order written; included files first, in `include` order.
  package let scenarios: [Scenario]
  package var fallback: Fallback
  package let matcher: Matcher
  /// How `pick` picks.
  package var picks = PickRule.seeded
  private let positions: [String: Int]

  package init(
    name: String, hash: String, options: BotOptions, constants: [String: String] = [:],
    scenarios: [Scenario], fallback: Fallback = Fallback()
  ) {
    self.name = name
    self.hash = hash
    self.options = options
    self.constants = constants
    self.scenarios = scenarios
    self.fallback = fallback
    matcher = Matcher(scenarios: scenarios, spelling: options.spelling, typos: options.typos)
    positions = Dictionary(
      scenarios.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var timezone: TimeZone { options.timezone }

  /// The scenario with this name, those that hold the bot's own handlers included; nil if there is none.
  package func scenario(named name: String) -> Scenario? {
    if let position = positions[name] { return scenarios[position] }
    switch name {
    case options.onIdle?.name: return options.onIdle
    case options.onGone?.name: return options.onGone
    default: return nil
    }
  }
}

/// How `pick` picks.
package enum PickRule: Sendable {
  /// By the event's id, and never what was picked last.
  case seeded
  /// Always the first: what a test wants.
  case first
}

/// What stands under `bot` and `hours`.
package struct BotOptions: Sendable {
  package var timezone: TimeZone
  /// ISO 639-1 codes; the first is the default.
  package var languages: [String]
  /// How long after the customer's last message a session ends.
  package var session: Duration
  /// How long an open question waits unless it says otherwise.
  package var idle: Duration
  /// Whether chat spelling is understood, and whether typos are mended.
  package var spelling: Bool
  package var typos: Bool
  /// Opening hours by name.
  package var hours: [String: OpeningHours]
  /// The name of the hours outside of which every message gets ``closed``.
  package var opening: String?
  package var closed: [Reply]
  /// The scenario visited at a customer's very first message.
  package var first: String?
  /// Its steps are run when time closes a question without a handler of its own.
  package var onIdle: Scenario?
  /// Its steps are run when an open question was edited away.
  package var onGone: Scenario?

  package init(timezone: TimeZone) {
    self.timezone = timezone
    languages = ["id"]
    session = .seconds(86_400)
    idle = .seconds(1800)
    spelling = true
    typos = true
    hours = [:]
    closed = []
  }
}

/// What the bot says when nothing matched.
package struct Fallback: Sendable {
  /// First miss, second miss in a row, …; the last is said from then on. Each may be several messages.
  package var replies: [[Reply]]
  /// The scenario entered at the miss after the last reply; misses count anew then.
  package var then: String?
  /// For a message without text; empty means `replies`.
  package var media: [Reply]
  /// Not more of them than so many in so long; nil for no limit.
  package var atMost: Frequency?
  /// Misses within this time are one.
  package var quiet: Duration
  package var position: SourcePosition?

  package init(
    replies: [[Reply]] = [], then: String? = nil, media: [Reply] = [], atMost: Frequency? = nil,
    quiet: Duration = .seconds(3), position: SourcePosition? = nil
  ) {
    self.replies = replies
    self.then = then
    self.media = media
    self.atMost = atMost
    self.quiet = quiet
    self.position = position
  }
}

/// So many in so long.
package struct Frequency: Sendable, Hashable {
  package var count: Int
  package var per: Duration

  package init(_ count: Int, per: Duration) {
    self.count = count
    self.per = per
  }
}
