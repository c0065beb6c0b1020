/// The answer to a send and to a number check ("Wappin API v1.7", below each call).
package struct SendReply: WireValue {
  package var messageID: String?
  /// The provider's code as text, for example `200`; nil if the answer has none.
  package var status: String?
  package var message: String?

  package init(messageID: String? = nil, status: String?, message: String?) {
    self.messageID = messageID
    self.status = status
    self.message = message
  }

  private enum CodingKeys: String, CodingKey {
    case messageID = "message_id"
    case status, message, data
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    messageID = values.text(.messageID).flatMap { $0.isEmpty ? nil : $0 }
    status = values.text(.status)
    message = values.text(.message)
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encodeIfPresent(messageID, forKey: .messageID)
    try values.encodeIfPresent(status, forKey: .status)
    try values.encodeIfPresent(message, forKey: .message)
    try values.encodeNil(forKey: .data)
  }
}
