/// What `number-checker` is given; all three are mandatory ("Wappin API v1.7, API Number Checker"). Its answer has the
/// form of ``SendReply``.
package struct NumberCheckRequest: WireValue {
  package var clientID: String
  package var projectID: String
  package var phoneNumber: String

  package init(clientID: String, projectID: String, phoneNumber: String) {
    self.clientID = clientID
    self.projectID = projectID
    self.phoneNumber = phoneNumber
  }

  private enum CodingKeys: String, CodingKey {
    case clientID = "client_id"
    case projectID = "project_id"
    case phoneNumber = "phone_number"
  }
}
