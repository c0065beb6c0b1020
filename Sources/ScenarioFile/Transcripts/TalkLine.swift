import Dialogue
import StrictYAML

/// One line of a talk, further lines of its text included.
package struct TalkLine: Sendable {
  package enum Action: Sendable {
    /// The customer writes; nil for a message without text.
    case user(String?)
    /// The bot says one message.
    case bot(WildcardText)
    /// The bot says nothing.
    case silent
    /// A person writes to the customer.
    case agent(String)
    /// The lines below are another customer's.
    case customer(String)
    case wait(Duration)
    case at(WallTime)
    case restart
    /// The files of this folder are laid over the bot's, and the bot is read again.
    case reload(String)
    /// The provider brings the customer's last message once more.
    case again
    /// What the provider tells of a message of the bot: the last one, or the n-th, from 1, of those that it sent since
    /// the customer wrote or time passed.
    case status(DeliveryStatus, message: Int?)
    case expect(TalkExpectation)
  }

  package var action: Action
  /// From its word to the end of its first line.
  package var span: Span
  package var lastLine: Int

  package init(_ action: Action, span: Span, lastLine: Int? = nil) {
    self.action = action
    self.span = span
    self.lastLine = lastLine ?? span.line
  }

  /// Whether the line lists what the bot says.
  package var isBot: Bool {
    switch action {
    case .bot, .silent: true
    default: false
    }
  }
}

/// What becomes of a message, as the provider tells it.
package enum DeliveryStatus: String, Sendable, CaseIterable {
  case sent, delivered, read, failed
}

/// What must be so at a place of a talk.
package enum TalkExpectation: Sendable {
  /// A variable has this value; nil: it is not set.
  case variable(String, WildcardText?)
  /// A variable has any value.
  case isSet(String)
  /// A question is open, of this name if one is given.
  case question(String?)
  case noQuestion
  case panel(isOpen: Bool)
  /// A service was called; of the body, what is given must be in it.
  case sent(method: String, url: WildcardText, body: Node?)
}
