import Dialogue

/// How a conversation is kept: its two times in columns, everything else as JSON, `{}` where there is nothing else.
struct ConversationState {
  var json: String
  var startedAt: Int64?
  var lastInboundAt: Int64?

  init(_ conversation: Conversation) throws {
    startedAt = conversation.startedAt?.milliseconds
    lastInboundAt = conversation.lastInboundAt?.milliseconds
    var rest = conversation
    (rest.startedAt, rest.lastInboundAt) = (nil, nil)
    json = rest == Conversation() ? "{}" : try JSONText.write(rest)
  }

  /// - Parameters:
  ///   - json: nil if the contact has no conversation yet.
  ///   - place: where the JSON stands, for the sentence that says it cannot be read.
  static func read(_ json: String?, startedAt: Int64?, lastInboundAt: Int64?, at place: String) throws
    -> Conversation
  {
    var conversation = Conversation()
    if let json, json != "{}" { conversation = try JSONText.read(Conversation.self, json, at: place) }
    if let startedAt { conversation.startedAt = Timestamp(milliseconds: startedAt) }
    if let lastInboundAt { conversation.lastInboundAt = Timestamp(milliseconds: lastInboundAt) }
    return conversation
  }
}
