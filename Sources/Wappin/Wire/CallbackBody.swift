/// What balas reads of the callbacks the provider posts ("Wappin API v1.7, Callback"); any field may be null or
/// absent. The names of client and project and the environment are not read: nothing follows from them.
package struct CallbackBody: WireValue {
  package var messageID: String?
  package var clientID: String?
  package var projectID: String?
  package var senderNumber: String?
  /// Written `status_messages`; the document's table calls it `status_message`.
  package var statusMessages: String?
  package var messageContent: String?
  /// Seconds since 1970 as text.
  package var timestamp: String?
  package var callbackType: String?

  package init(
    messageID: String?, clientID: String?, projectID: String?, senderNumber: String?,
    statusMessages: String? = "-", messageContent: String? = "-", timestamp: String?, callbackType: String?
  ) {
    self.messageID = messageID
    self.clientID = clientID
    self.projectID = projectID
    self.senderNumber = senderNumber
    self.statusMessages = statusMessages
    self.messageContent = messageContent
    self.timestamp = timestamp
    self.callbackType = callbackType
  }

  private enum CodingKeys: String, CodingKey {
    case messageID = "message_id"
    case clientID = "client_id"
    case projectID = "project_id"
    case senderNumber = "sender_number"
    case statusMessages = "status_messages"
    case statusMessage = "status_message"
    case messageContent = "message_content"
    case timestamp
    case callbackType = "callback_type"
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    messageID = values.text(.messageID)
    clientID = values.text(.clientID)
    projectID = values.text(.projectID)
    senderNumber = values.text(.senderNumber)
    statusMessages = values.text(.statusMessages) ?? values.text(.statusMessage)
    messageContent = values.text(.messageContent)
    timestamp = values.text(.timestamp)
    callbackType = values.text(.callbackType)
  }

  /// Absent values are written as null, as the provider does.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(messageID, forKey: .messageID)
    try values.encode(clientID, forKey: .clientID)
    try values.encode(projectID, forKey: .projectID)
    try values.encode(senderNumber, forKey: .senderNumber)
    try values.encode(statusMessages, forKey: .statusMessages)
    try values.encode(messageContent, forKey: .messageContent)
    try values.encode(timestamp, forKey: .timestamp)
    try values.encode(callbackType, forKey: .callbackType)
  }
}
