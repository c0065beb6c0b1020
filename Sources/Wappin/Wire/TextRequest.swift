/// What `do-send` is given; all four are mandatory ("Wappin API v1.7, Send Message").
package struct TextRequest: WireValue {
  package var clientID: String
  package var projectID: String
  package var messageContent: String
  package var recipientNumber: String

  package init(clientID: String, projectID: String, messageContent: String, recipientNumber: String) {
    self.clientID = clientID
    self.projectID = projectID
    self.messageContent = messageContent
    self.recipientNumber = recipientNumber
  }

  private enum CodingKeys: String, CodingKey {
    case clientID = "client_id"
    case projectID = "project_id"
    case messageContent = "message_content"
    case recipientNumber = "recipient_number"
  }

  /// Absent and null fields read as empty: the provider's "Error no input received".
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    clientID = values.text(.clientID) ?? ""
    projectID = values.text(.projectID) ?? ""
    messageContent = values.text(.messageContent) ?? ""
    recipientNumber = values.text(.recipientNumber) ?? ""
  }
}
