/// What one event does: the conversation after it, what the shell must do, and why.
package struct Turn: Sendable, Hashable {
  package var conversation: Conversation
  /// The contact's `contact.x` variables after the turn.
  package var contactVars: [String: String]
  package var effects: [Effect]
  package var reason: Reason

  package init(
    conversation: Conversation, contactVars: [String: String], effects: [Effect], reason: Reason
  ) {
    self.conversation = conversation
    self.contactVars = contactVars
    self.effects = effects
    self.reason = reason
  }
}

/// What the shell must do after a turn, in this order.
package enum Effect: Sendable, Hashable {
  case send(Content)
  /// An author's mistake found at run time: logged and counted, never an error.
  case problem(Problem)
}

/// An author's mistake that only a running conversation shows.
package struct Problem: Sendable, Hashable {
  package var message: String
  package var position: SourcePosition?

  package init(_ message: String, at position: SourcePosition? = nil) {
    self.message = message
    self.position = position
  }
}

/// Why a turn went the way it did; kept with the event, shown by `explain`, `chat` and `why`.
package struct Reason: Sendable, Hashable, Codable {
  package enum Winner: Sendable, Hashable, Codable {
    case scenario(String)
    /// The n-th default in a row, from 1.
    case fallback(miss: Int)
    case mediaFallback
    /// Nothing is said, and why.
    case silent(String)
  }

  package var winner: Winner
  /// How the winner was found; nil where nothing was matched.
  package var match: Match?
  /// Scenarios entered, in order.
  package var path: [String]

  package init(winner: Winner, match: Match? = nil, path: [String] = []) {
    self.winner = winner
    self.match = match
    self.path = path
  }
}
