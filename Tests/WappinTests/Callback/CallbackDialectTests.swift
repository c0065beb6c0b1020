import Dialogue
import Gateway
import Testing
import Wappin

@Suite("callbacks")
struct CallbackDialectTests {
  private let dialect = WappinCallbackDialect()

  private func read(_ json: String) -> Callback { dialect.read(Array(json.utf8)) }

  private let message = InboundMessage(
    clientID: "0009", projectID: "16", messageID: "5cdbe77d09ee7", sender: "628989229471", text: "tesss",
    sentAt: Timestamp(milliseconds: 1_557_915_516_000))

  private let status = StatusUpdate(
    clientID: "0009", projectID: "16", messageID: "5cdbe77d09ee7", status: .delivered,
    recipient: "628989229471", at: Timestamp(milliseconds: 1_557_915_516_000))

  @Test("the document's message is read")
  func sampleMessage() {
    let json = #"""
      {"message_id":"5cdbe77d09ee7","client_id":"0009","client_name":"wappin-info","project_id":"16",
      "project_name":"WAPPIN-INFO","sender_number":"628989229471","status_messages":"-",
      "message_content":"tesss","environment":"PRODUCTION","timestamp":"1557915516","callback_type":"message"}
      """#
    #expect(read(json) == .message(message))
    #expect(dialect.read([0xEF, 0xBB, 0xBF] + Array(json.utf8)) == .message(message))
  }

  @Test(
    "a status is read by both spellings of its odd fields",
    arguments: [("status_messages", "environment"), ("status_message", "environtment")])
  func bothSpellings(statusField: String, environmentField: String) {
    let json = #"""
      {"message_id":"5cdbe77d09ee7","client_id":"0009","project_id":"16","sender_number":"628989229471",
      "\#(statusField)":"delivered","message_content":"-","\#(environmentField)":"PRODUCTION",
      "timestamp":1557915516,"callback_type":"status"}
      """#
    #expect(read(json) == .status(status))
  }

  @Test("every status word is read", arguments: ["sent", "delivered", "read", "failed"])
  func words(word: String) {
    guard
      case .status(let update) = read(
        #"{"message_id":"a","status_messages":"\#(word)","callback_type":"status"}"#)
    else { return #expect(Bool(false), "not read as a status") }
    #expect(update.status.rawValue == word)
    #expect(update.recipient == nil && update.at == nil)
  }

  @Test(
    "no content is no text, and a dash is what the customer typed",
    arguments: [
      (#""message_content":null,"#, nil), ("", nil), (#""message_content":"","#, nil),
      (#""message_content":{"type":"image"},"#, nil), (#""message_content":"-","#, "-"),
      (#""message_content":42,"#, "42"), (#""message_content":" ya ","#, " ya "),
      (#""message_content":"\ud83c\udf38","#, "🌸"),
    ])
  func content(field: String, expected: String?) {
    guard
      case .message(let message) = read(
        #"{"message_id":"a",\#(field)"sender_number":"628989229471","callback_type":"message"}"#)
    else { return #expect(Bool(false), "not read as a message") }
    #expect(message.text == expected)
  }

  @Test("numbers and nulls stand where strings are promised")
  func looseValues() {
    let json = #"""
      {"message_id":55,"client_id":9,"project_id":16,"sender_number":628989229471,"message_content":"hi",
      "timestamp":null,"callback_type":"message","client_name":null,"new_field":{"a":[1,2]}}
      """#
    #expect(
      read(json)
        == .message(
          InboundMessage(
            clientID: "9", projectID: "16", messageID: "55", sender: "628989229471", text: "hi", sentAt: nil))
    )
  }

  @Test(
    "an id that is a number keeps every digit, however many",
    arguments: [
      "9223372036854775807", "12345678901234567890", "12345678901234567891", "-12345678901234567890",
      String(repeating: "1234567890", count: 10),
    ])
  func longNumbers(id: String) {
    let json = #"""
      {"client_name":"99999999999999999999 \" 1","message_id":\#(id),"callback_type":"message",
      "message_content":"12345678901234567890","sender_number":628989229471}
      """#
    guard case .message(let message) = read(json) else {
      return #expect(Bool(false), "not read as a message")
    }
    #expect(message.messageID == id)
    #expect(message.text == "12345678901234567890")
    #expect(message.sender == "628989229471")
  }

  @Test(
    "what is no number is not made one by its length",
    arguments: ["00000000000000000000001", "1234567890123456789012x", "--1234567890123456789012"])
  func notNumbers(id: String) {
    let body = read(#"{"message_id":\#(id),"callback_type":"message","sender_number":"628989229471"}"#)
    if case .message(let message) = body { #expect(message.messageID == nil) }
  }

  @Test(
    "times are seconds, and milliseconds where seconds would be absurd",
    arguments: [
      (#""1557915516""#, 1_557_915_516_000), ("1557915516", 1_557_915_516_000),
      (#""1557915516123""#, 1_557_915_516_123), (#""""#, nil), (#""-""#, nil), ("0", nil), (#""nan""#, nil),
      ("1e300", nil),
    ] as [(String, Int64?)])
  func times(value: String, expected: Int64?) {
    guard
      case .message(let message) = read(
        #"{"sender_number":"628989229471","timestamp":\#(value),"callback_type":"message"}"#)
    else { return #expect(Bool(false), "not read as a message") }
    #expect(message.sentAt?.milliseconds == expected)
    #expect(message.messageID == nil)
  }

  @Test(
    "what makes no sense is unreadable, with the reason",
    arguments: [
      ("", "not a JSON object"), ("hello", "not a JSON object"), ("[]", "not a JSON object"),
      ("{", "not a JSON object"), ("null", "not a JSON object"),
      (#"{"sender_number":"628989229471"}"#, "callback_type is missing"),
      (#"{"callback_type":"typing"}"#, "neither message nor status: typing"),
      (#"{"callback_type":"message"}"#, "no sender_number"),
      (#"{"callback_type":"message","sender_number":"-"}"#, "no phone number"),
      (#"{"callback_type":"message","sender_number":"62898\u001b[31m9229471"}"#, "no phone number"),
      (#"{"callback_type":"message","sender_number":"62898\u00009229471"}"#, "no phone number"),
      (#"{"callback_type":"status","status_messages":"sent"}"#, "no message_id"),
      (#"{"callback_type":"status","message_id":"a"}"#, "none of sent"),
      (#"{"callback_type":"status","message_id":"a","status_messages":"lost"}"#, "none of sent"),
    ])
  func unreadable(json: String, reason: String) {
    guard case .unreadable(let found) = read(json) else {
      return #expect(Bool(false), "read as something")
    }
    #expect(found.contains(reason))
  }

  @Test("invalid UTF-8 is unreadable")
  func invalidUTF8() {
    let bytes =
      Array(#"{"callback_type":"message","message_content":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
    #expect(dialect.read(bytes) == .unreadable(reason: "The body is not UTF-8."))
  }

  @Test("a depth bomb is refused before it is decoded", arguments: [33, 200_000])
  func depthBomb(depth: Int) {
    let json = #"{"a":"# + String(repeating: "[", count: depth)
    #expect(read(json) == .unreadable(reason: "The JSON nests deeper than 32 levels."))
  }

  @Test("brackets in a text are not depth")
  func bracketsInText() {
    let content = String(repeating: #"[{\""#, count: 100)
    guard
      case .message(let message) = read(
        #"{"sender_number":"628989229471","message_content":"\#(content)","callback_type":"message"}"#)
    else { return #expect(Bool(false), "not read as a message") }
    #expect(message.text?.count == 300)
  }

  @Test("what the sandbox writes is what the dialect reads")
  func roundTrip() {
    let body = CallbackBody(
      messageID: "5cdbe77d09ee7", clientID: "0009", projectID: "16", senderNumber: "628989229471",
      messageContent: "tesss", timestamp: "1557915516", callbackType: "message")
    #expect(dialect.read(body.json) == .message(message))
  }

  @Test("no body whatever makes the reader fail")
  func garbage() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let good = Array(
      #"{"message_id":"a","sender_number":"628989229471","message_content":"hi","callback_type":"message"}"#
        .utf8)
    for _ in 0..<2000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
        }
      }
      if case .message(let message) = dialect.read(bytes) {
        #expect(PhoneNumber.canonical(message.sender) == message.sender, "seed \(seed)")
      }
    }
  }
}
