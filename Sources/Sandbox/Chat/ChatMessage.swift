/// One message between a customer and a project.
package struct ChatMessage: Sendable, Hashable, Codable {
  package enum Author: String, Sendable, Hashable, Codable { case customer, business }

  package enum Status: String, Sendable, Hashable, Codable { case sent, delivered, read, failed }

  /// A step on a message's way.
  package struct Step: Sendable, Hashable, Codable {
    package var status: Status
    /// Milliseconds since 1970 UTC.
    package var at: Int64
  }

  /// 13 hex digits.
  package var id: String
  package var project: String
  /// The customer's number.
  package var customer: String
  package var author: Author
  /// What was written; a medium's caption.
  package var text: String?
  package var media: StoredMedia?
  /// Nil for a message that was not made from a template.
  package var template: TemplateMessage?
  /// Nil for a WhatsApp message; an SMS is a message of its own, by the business.
  package var sms: ShortMessage?
  /// Whether the provider wrote it by itself: the answer to a keyword of the dashboard, or its default message.
  package var isAutomatic = false
  /// Milliseconds since 1970 UTC.
  package var at: Int64
  /// A customer's message is delivered when its callback is answered `000`, and read when an answer came.
  package var status: Status
  /// A business's message on its way, oldest first, as an inquiry tells it; empty for a customer's.
  package var steps: [Step] = []
  /// What went wrong and what to do, for the person at the phone.
  package var note: String?

  var chat: Chat { Chat(project: project, customer: customer) }
}

/// What one customer and one project write each other.
struct Chat: Sendable, Hashable {
  var project: String
  var customer: String
}
