import Dialogue

/// How a conversation is kept: what changes with every message in columns, everything else as JSON, `{}` where there
/// is nothing else.
struct ConversationState {
  /// The columns it is read from, of `conversation v`.
  static let columns = "v.state, v.started_at, v.last_inbound_at, v.turns, v.turns_since"

  var json: String
  var startedAt: Int64?
  var lastInboundAt: Int64?
  var turns: Int
  var turnsSince: Int64?

  init(_ conversation: Conversation) throws {
    startedAt = conversation.startedAt?.milliseconds
    lastInboundAt = conversation.lastInboundAt?.milliseconds
    turns = conversation.turns
    turnsSince = conversation.turnsSince?.milliseconds
    var rest = conversation
    (rest.startedAt, rest.lastInboundAt, rest.turns, rest.turnsSince) = (nil, nil, 0, nil)
    json = rest == Conversation() ? "{}" : try JSONText.write(rest)
  }

  /// - Parameter place: where the JSON stands, for the sentence that says it cannot be read.
  func conversation(at place: String) throws -> Conversation {
    var conversation = Conversation()
    if json != "{}" { conversation = try JSONText.read(Conversation.self, json, at: place) }
    if let startedAt { conversation.startedAt = Timestamp(milliseconds: startedAt) }
    if let lastInboundAt { conversation.lastInboundAt = Timestamp(milliseconds: lastInboundAt) }
    if let turnsSince {
      conversation.turns = turns
      conversation.turnsSince = Timestamp(milliseconds: turnsSince)
    }
    return conversation
  }
}

extension ConversationState {
  init(json: String, startedAt: Int64?, lastInboundAt: Int64?, turns: Int, turnsSince: Int64?) {
    self.json = json
    self.startedAt = startedAt
    self.lastInboundAt = lastInboundAt
    self.turns = turns
    self.turnsSince = turnsSince
  }
}
