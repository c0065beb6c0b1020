import Foundation
import GRDB

/// What a journal says of the messages it had.
package struct JournalRecord: Sendable {
  package struct Event: Sendable, Hashable {
    package var id: Int64
    /// Nil for an event of the daemon's own.
    package var messageID: String?
    package var number: String
    package var state: String

    package init(id: Int64, messageID: String?, number: String, state: String) {
      self.id = id
      self.messageID = messageID
      self.number = number
      self.state = state
    }
  }

  package struct Message: Sendable, Hashable {
    package var id: Int64
    package var inboxID: Int64?
    package var ordinal: Int
    package var number: String
    /// The text, or a medium's caption or name, or a template's name and what stands in its places.
    package var content: String
    /// Whether it is a broadcast's, which the provider gets at most once.
    package var isBroadcast: Bool
    package var state: String
    package var messageID: String?
    /// Of each attempt; nil while it runs.
    package var outcomes: [String?]

    package init(
      id: Int64, inboxID: Int64?, ordinal: Int = 0, number: String, content: String,
      isBroadcast: Bool = false, state: String, messageID: String?, outcomes: [String?]
    ) {
      self.id = id
      self.inboxID = inboxID
      self.ordinal = ordinal
      self.number = number
      self.content = content
      self.isBroadcast = isBroadcast
      self.state = state
      self.messageID = messageID
      self.outcomes = outcomes
    }
  }

  package var events: [Event]
  package var messages: [Message]
  /// What SQLite finds wrong with the file.
  package var damage: [String]

  package init(events: [Event], messages: [Message], damage: [String] = []) {
    self.events = events
    self.messages = messages
    self.damage = damage
  }

  /// Reads `journal.sqlite3` and changes nothing; no daemon should hold it.
  package init(path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    self = try queue.read { db in
      let check = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      let keys = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { "foreign key: \($0)" }
      return JournalRecord(
        events: try Self.events(db), messages: try Self.messages(db), damage: check + keys)
    }
  }

  private static func events(_ db: Database) throws -> [Event] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT i.id, i.message_id, c.number, i.state FROM inbox i JOIN contact c ON c.id = i.contact_id
        ORDER BY i.id
        """
    ).map { Event(id: $0[0], messageID: $0[1], number: $0[2], state: $0[3]) }
  }

  private static func messages(_ db: Database) throws -> [Message] {
    let attempts = try Row.fetchAll(db, sql: "SELECT outbox_id, outcome FROM attempt ORDER BY outbox_id, n")
    let outcomes = Dictionary(grouping: attempts) { $0[0] as Int64 }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT o.id, o.inbox_id, o.ordinal, c.number, o.payload, o.state, o.message_id, o.lane
        FROM outbox o JOIN contact c ON c.id = o.contact_id ORDER BY o.id
        """
    ).map { row in
      let payload = try JSONDecoder().decode(Payload.self, from: Data((row[4] as String).utf8))
      return Message(
        id: row[0], inboxID: row[1], ordinal: row[2], number: row[3],
        content: payload.text ?? payload.template?.content ?? payload.caption ?? payload.name ?? "",
        isBroadcast: row[7] == "broadcast", state: row[5], messageID: row[6],
        outcomes: outcomes[row[0], default: []].map { $0[1] })
    }
  }

  private struct Payload: Decodable {
    var text: String?
    var caption: String?
    var name: String?
    var template: Template?
  }

  private struct Template: Decodable {
    var name: String
    var params: [String]

    var content: String { ([name] + params).joined(separator: "|") }
  }
}
