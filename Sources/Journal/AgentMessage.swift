import Dialogue

/// A message that a person writes to a customer.
package struct AgentMessage: Sendable {
  /// What happens where the bot has the conversation.
  package enum BesideBot: String, Sendable, Codable, CaseIterable {
    /// Nothing is sent.
    case refuse
    /// The person takes the conversation, in the same commit.
    case pause
    /// It is sent, and the bot goes on.
    case send
  }

  package var channel: Channel
  package var number: String
  package var content: Content
  /// Tells one message from another: the same key for the same customer again sends nothing again.
  package var key: String
  package var besideBot: BesideBot
  /// How long it is of use.
  package var life: Duration
  /// How long after the customer's last message it may be sent.
  package var window: Duration
  package var now: Timestamp

  package init(
    channel: Channel, number: String, content: Content, key: String, besideBot: BesideBot, life: Duration,
    window: Duration, now: Timestamp
  ) {
    self.channel = channel
    self.number = number
    self.content = content
    self.key = key
    self.besideBot = besideBot
    self.life = life
    self.window = window
    self.now = now
  }
}

/// What became of a person's message.
package enum AgentMessageResult: Sendable, Hashable {
  case kept(contactID: Int64, outboxID: Int64)
  /// The same key was used before, for this message.
  case keptBefore(outboxID: Int64)
  /// The same key was used before, for another message.
  case otherMessage(outboxID: Int64)
  case noContact
  /// Free text may not be sent any more; nil if the customer never wrote.
  case windowClosed(lastInboundAt: Timestamp?)
  case botHasConversation
}

/// Who gets a conversation.
package enum Handover: String, Sendable, Hashable, Codable {
  /// A person takes it from the bot.
  case pause
  /// The bot gets it back.
  case release
}

/// What became of a handover.
package enum HandoverResult: Sendable, Hashable {
  /// An event in the inbox brings it about.
  case kept(contactID: Int64, inboxID: Int64)
  /// It stands so already.
  case already
  case noContact
}
