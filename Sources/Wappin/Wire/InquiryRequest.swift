/// What `inquiry` is given ("Wappin API v1.7, API Inquiry").
package struct InquiryRequest: WireValue {
  package var messageID: String

  package init(messageID: String) { self.messageID = messageID }

  private enum CodingKeys: String, CodingKey { case messageID = "message_id" }
}
