import Foundation

/// What the provider tells a project ("Wappin API v1.7, API Callback").
package struct Callback: Sendable {
  package enum Kind: Sendable, Hashable {
    /// A customer wrote; media have no content.
    case message(content: String?)
    /// News of a message the project sent.
    case status(ChatMessage.Status)
  }

  let kind: Kind
  let messageID: String
  /// The ones of a chat go out in order, and the next waits for the one before.
  let chat: Chat
  let clientID: String
  /// The body, with the fields in the order of the document's samples.
  var fields: [(name: String, value: OrderedJSON)]
  /// The faults that made it odd.
  var faults: [TrafficEntry.Struck] = []
  /// How long it is held back before the first try.
  var delay: Duration = .zero

  /// `message`, or the status it tells.
  var news: String {
    switch kind {
    case .message: "message"
    case .status(let status): status.rawValue
    }
  }

  var json: String { OrderedJSON.object(fields.map { ($0.name, $0.value) }).text }

  init(
    kind: Kind, message: ChatMessage, project: World.Project, client: World.Client?, at time: Date
  ) {
    self.kind = kind
    messageID = message.id
    chat = message.chat
    clientID = project.clientID
    let status: String
    let content: OrderedJSON
    let type: String
    switch kind {
    case .message(let text): (status, content, type) = ("-", OrderedJSON(text), "message")
    case .status(let news): (status, content, type) = (news.rawValue, "-", "status")
    }
    fields = [
      ("message_id", .string(message.id)),
      ("client_id", .string(project.clientID)),
      ("client_name", OrderedJSON(client?.name)),
      ("project_id", .string(project.id)),
      ("project_name", .string(project.name)),
      ("sender_number", .string(message.customer)),
      ("status_messages", .string(status)),
      ("message_content", content),
      ("environment", .string(project.environment.rawValue)),
      ("timestamp", .string(String(Int64(time.timeIntervalSince1970)))),
      ("callback_type", .string(type)),
    ]
  }
}
