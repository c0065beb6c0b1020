import Dialogue
import Foundation

/// A customer as the journal keeps one: all of it is saved and read back between every two events.
struct Customer: Codable {
  var number: String
  var name: String?
  var vars: [String: String] = [:]
  var conversation = Conversation()
  /// When time will have something to do.
  var timers: [TimerKind: Timestamp] = [:]
  /// The call that is under way, and when it is given up.
  var call: OpenCall?
  /// The messages of the bot since the customer wrote or time passed, and before that where it sent none.
  var lastMessages: [SentMessage] = []
  /// The messages that wait until the customer writes, oldest first.
  var held: [HeldMessage] = []
  /// The id the provider gave the customer's last message.
  var lastHeard: HeardMessage?
  /// Session variables when the last turn ended.
  var lastVars: [String: String] = [:]

  struct OpenCall: Codable {
    var request: CallRequest
    var endsAt: Timestamp
  }

  struct SentMessage: Codable {
    var id: Int64
    var note: SendNote?
    /// Whether the provider told that it did not arrive.
    var isLost = false
  }

  struct HeldMessage: Codable {
    var id: Int64
    var content: Content
    var note: SendNote?
    var expiresAt: Timestamp
  }

  struct HeardMessage: Codable {
    var id: String
    var text: String?
  }

  init(number: String, name: String?) {
    self.number = number
    self.name = name
  }

  var contact: Contact { Contact(number: number, name: name, vars: vars) }

  /// The customer as the journal would give it back.
  ///
  /// - Throws: if something of it cannot be saved, or comes back as something else.
  func savedAndReadBack() throws -> Customer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let saved = try encoder.encode(self)
    let read = try JSONDecoder().decode(Customer.self, from: saved)
    guard read.conversation == conversation else { throw Forgotten(number: number) }
    return read
  }

  /// A conversation that is not the same after it was saved and read back.
  struct Forgotten: Error, CustomStringConvertible {
    var number: String
    var description: String { "the conversation with \(number) is another one after it was saved" }
  }
}
