import Foundation

/// A compiled bot: everything one turn needs, proved when it was loaded.
package struct Bot: Sendable {
  package var name: String
  /// SHA-256 over the bot's files, in hex: the version that answered a message.
  package var hash: String
  package var timezone: TimeZone
  /// The author's `vars`.
  package var constants: [String: String]
  /// In the order written; included files first, in `include` order.
  package let scenarios: [Scenario]
  package var fallback: Fallback
  /// How long after the customer's last message a session ends.
  package var session: Duration
  package let matcher: Matcher
  private let positions: [String: Int]

  package init(
    name: String, hash: String, timezone: TimeZone, constants: [String: String] = [:],
    scenarios: [Scenario], fallback: Fallback = Fallback(), session: Duration = .seconds(86_400)
  ) {
    self.name = name
    self.hash = hash
    self.timezone = timezone
    self.constants = constants
    self.scenarios = scenarios
    self.fallback = fallback
    self.session = session
    matcher = Matcher(scenarios: scenarios)
    positions = Dictionary(
      scenarios.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The scenario with exactly this name; nil if there is none.
  package func scenario(named name: String) -> Scenario? {
    positions[name].map { scenarios[$0] }
  }
}

/// A scenario: how it starts and what it does.
package struct Scenario: Sendable {
  package var name: String
  package var starts: [Start]
  package var steps: [Step]
  package var position: SourcePosition

  package init(name: String, starts: [Start], steps: [Step], position: SourcePosition) {
    self.name = name
    self.starts = starts
    self.steps = steps
    self.position = position
  }
}

/// One phrase that starts a scenario.
package struct Start: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable {
    /// Whole words, anywhere in the message.
    case keyword
    /// The whole message.
    case exact
  }

  package var kind: Kind
  /// As the author typed it.
  package var phrase: String
  package var position: SourcePosition

  package init(kind: Kind, phrase: String, position: SourcePosition) {
    self.kind = kind
    self.phrase = phrase
    self.position = position
  }
}

/// What the bot says when nothing matched.
package struct Fallback: Sendable {
  /// First miss, second miss in a row, …; the last is said from then on. Each may be several messages.
  package var replies: [[Reply]]
  /// For a message without text; empty means `replies`.
  package var media: [Reply]
  package var position: SourcePosition?

  package init(replies: [[Reply]] = [], media: [Reply] = [], position: SourcePosition? = nil) {
    self.replies = replies
    self.media = media
    self.position = position
  }
}
