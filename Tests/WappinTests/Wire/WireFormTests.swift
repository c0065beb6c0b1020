import Dialogue
import Testing
import Wappin

@Suite("wire forms")
struct WireFormTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("a text request is written with four strings")
  func textRequest() {
    let request = TextRequest(
      clientID: "0009", projectID: "16", messageContent: "Halo \"kak\"\n/selamat 🌸", recipientNumber: "628")
    #expect(
      text(request.json)
        == #"{"client_id":"0009","message_content":"Halo \"kak\"\n/selamat 🌸","project_id":"16","recipient_number":"628"}"#
    )
    #expect(TextRequest(json: request.json) == request)
  }

  @Test("a text request with numbers and missing fields is still read")
  func looseTextRequest() {
    let request = TextRequest(json: Array(#"{"client_id":9,"project_id":null,"extra":[1]}"#.utf8))
    #expect(
      request == TextRequest(clientID: "9", projectID: "", messageContent: "", recipientNumber: ""))
  }

  @Test("a send reply is written as the provider writes it")
  func sendReply() {
    let reply = SendReply(messageID: "5d31a231ab0ea", status: "200", message: "Success")
    #expect(
      text(reply.json)
        == #"{"data":null,"message":"Success","message_id":"5d31a231ab0ea","status":"200"}"#)
  }

  @Test(
    "a send reply is read whatever the shape of status and data",
    arguments: [
      #"{"message_id":"a","status":"200","message":"Success","data":null}"#,
      #"{"message_id":"a","status":200,"message":"Success"}"#,
      #"{"message_id":"a","status":"200","message":"Success","data":{"x":[1]},"new":{}}"#,
      #"{"message_id":"a","status":200,"message":"Success","data":[]}"#,
    ])
  func looseSendReply(json: String) {
    #expect(
      SendReply(json: Array(json.utf8))
        == SendReply(messageID: "a", status: "200", message: "Success"))
  }

  @Test("an empty message id is none, a number is text")
  func messageIDs() {
    #expect(SendReply(json: Array(#"{"message_id":"","status":"200"}"#.utf8))?.messageID == nil)
    #expect(SendReply(json: Array(#"{"message_id":55,"status":"200"}"#.utf8))?.messageID == "55")
  }

  @Test("what is not one JSON object is no reply", arguments: ["", "[]", "200", "<html>", "{", "null"])
  func noReply(body: String) {
    #expect(SendReply(json: Array(body.utf8)) == nil)
    #expect(TokenReply(json: Array(body.utf8)) == nil)
  }

  @Test("a token reply is written and read back")
  func tokenReply() {
    let reply = TokenReply(
      status: "200", message: "Success",
      data: .init(accessToken: "ab", expiredDatetime: "2019-07-20 16:21:51"))
    #expect(
      text(reply.json)
        == #"{"data":{"access_token":"ab","expired_datetime":"2019-07-20 16:21:51","token_type":"access_token"},"message":"Success","status":"200"}"#
    )
    #expect(TokenReply(json: reply.json) == reply)
  }

  @Test(
    "a token reply without a token has no data",
    arguments: [
      #"{"status":200,"message":"Token not expired"}"#,
      #"{"status":"200","message":"Token not expired","data":null}"#,
      #"{"status":"200","message":"Token not expired","data":[]}"#,
      #"{"status":"200","message":"Token not expired","data":{"access_token":""}}"#,
    ])
  func noToken(json: String) {
    #expect(
      TokenReply(json: Array(json.utf8))
        == TokenReply(status: "200", message: "Token not expired", data: nil))
  }

  @Test("the media form leaves out a caption that is not there")
  func mediaFields() {
    var fields = MediaFields(
      clientID: "9", projectID: "16", recipientNumber: "628", mediaType: "image", caption: nil)
    #expect(fields.form.map(\.name) == ["client_id", "project_id", "recipient_number", "media_type"])
    fields.caption = "Peta"
    #expect(fields.form.last?.value == "Peta")
    #expect(
      MediaFields(form: Dictionary(uniqueKeysWithValues: fields.form.map { ($0.name, $0.value) })) == fields)
  }

  @Test("the acknowledgement is exactly status 000")
  func acknowledgement() {
    #expect(CallbackAcknowledgement.good.json == CallbackAcknowledgement.bytes)
    #expect(CallbackAcknowledgement(json: Array(#"{"status":"000"}"#.utf8)) == .good)
  }
}
