import Dialogue

/// Something that happened in a rehearsal, for whoever watches.
package struct Happening: Sendable {
  package enum Kind: Sendable {
    /// An event was run.
    case turn(Event.Kind, Turn)
    /// The customer got a message of the bot.
    case said(Content)
    /// A message of the bot waits until the customer writes, at most until a time.
    case held(Content, until: Timestamp)
    /// A message of the bot came to nothing, and why.
    case lost(Content, why: String)
    /// A service was asked; nil where nobody knows what it answers.
    case called(CallRequest, CallOutcome?)
    /// A person wrote to the customer.
    case agentSaid(String)
    /// The same message came again, and was left alone.
    case repeated
    /// Nothing, and when which timer is due; nil if none runs.
    case nothing(next: (kind: TimerKind, at: Timestamp)?)
    /// Something that must never be.
    case broke(String)
  }

  /// The customer's.
  package var number: String
  package var at: Timestamp
  package var kind: Kind
}
