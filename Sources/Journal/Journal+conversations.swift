import Dialogue
import GRDB

extension Journal {
  /// The conversations of a channel that are in the middle of something; one that cannot be read is left out.
  package func openConversations(channel: Channel) async throws -> [Conversation] {
    try await read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(ConversationState.columns) FROM conversation v JOIN contact c ON c.id = v.contact_id
          WHERE c.channel = ? AND v.state <> '{}'
          """, arguments: [channel.name]
      ).compactMap { row in
        try? ConversationState(
          json: row[0], startedAt: row[1], lastInboundAt: row[2], turns: row[3], turnsSince: row[4]
        ).conversation(at: "conversation")
      }
    }
  }
}
