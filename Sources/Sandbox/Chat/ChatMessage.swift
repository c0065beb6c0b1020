/// One message between a customer and a project.
package struct ChatMessage: Sendable, Hashable, Codable {
  package enum Author: String, Sendable, Hashable, Codable { case customer, business }

  package enum Status: String, Sendable, Hashable, Codable { case sent, delivered, read, failed }

  /// 13 hex digits.
  package var id: String
  package var project: String
  /// The customer's number.
  package var customer: String
  package var author: Author
  /// What was written; a medium's caption.
  package var text: String?
  package var media: StoredMedia?
  /// Milliseconds since 1970 UTC.
  package var at: Int64
  /// A customer's message is delivered when its callback is answered `000`, and read when an answer came.
  package var status: Status
  /// What went wrong and what to do, for the person at the phone.
  package var note: String?

  var chat: Chat { Chat(project: project, customer: customer) }
}

/// What one customer and one project write each other.
struct Chat: Sendable, Hashable {
  var project: String
  var customer: String
}
