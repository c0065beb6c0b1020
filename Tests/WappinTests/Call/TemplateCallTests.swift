import Dialogue
import Gateway
import TestSupport
import Testing
import Wappin

@Suite("sending templates")
struct TemplateCallTests {
  private func body(of template: MessageTemplate) async throws -> String {
    try await ScriptedServer.run { _ in
      .answer(http: 200, body: Wire.good)
    } _: { provider in
      let sent = Wire.message(.template(template))
      let result = try await withClient(provider.url) { await $0.send(sent) }
      #expect(result.outcome == .accepted)
      #expect(result.messageID == "5d31a231ab0ea")
      let request = try #require(provider.requests.first)
      #expect(request.path == "/v1/message/do-send-hsm")
      #expect(request.headers["authorization"] == "Bearer stored")
      #expect(request.headers["content-type"] == "application/json")
      #expect(provider.complaints == [])
      return String(decoding: request.body, as: UTF8.self)
    }
  }

  private static let identity =
    #""client_id":"0009","project_id":"16","type":"templ_uat_2","recipient_number":"628989229471","#

  @Test("a template is the documented fields and nothing else")
  func plain() async throws {
    let written = try await body(of: MessageTemplate(name: "templ_uat_2", params: ["Ani \"A\"", "14\n00"]))
    #expect(written == #"{\#(Self.identity)"params":{"1":"Ani \"A\"","2":"14\n00"}}"#)
  }

  @Test("a template without places has an empty object")
  func noParams() async throws {
    #expect(
      try await body(of: MessageTemplate(name: "templ_uat_2")) == #"{\#(Self.identity)"params":{}}"#)
  }

  @Test("twelve places are written in the order of their numbers")
  func manyParams() async throws {
    let params = (1...12).map { "p\($0)" }
    let object = (1...12).map { #""\#($0)":"p\#($0)""# }.joined(separator: ",")
    #expect(
      try await body(of: MessageTemplate(name: "templ_uat_2", params: params))
        == #"{\#(Self.identity)"params":{\#(object)}}"#)
  }

  @Test("only with an SMS there are channel, content and params_sms")
  func sms() async throws {
    let template = MessageTemplate(
      name: "templ_uat_2", params: ["a"], sms: .init(name: "templ_hsm", params: ["b", "c"]))
    #expect(
      try await body(of: template)
        == #"{\#(Self.identity)"channel":"sms","content":"templ_hsm","params":{"1":"a"},"params_sms":{"1":"b","2":"c"}}"#
    )
  }

  @Test("language, header and button are there when they are given")
  func optionals() async throws {
    let template = MessageTemplate(
      name: "templ_uat_2", params: ["a"], languageCode: "id", header: "Toko",
      button: .init(url: "pesanan/7", replyPayloads: ["ya", "tidak"]))
    #expect(
      try await body(of: template)
        == #"{\#(Self.identity)"params":{"1":"a"},"language_code":"id","header":{"param":"Toko"},"button":{"url":"pesanan/7","reply_payload":{"1":"ya","2":"tidak"}}}"#
    )
    let link = MessageTemplate(name: "templ_uat_2", button: .init(url: "x"))
    #expect(try await body(of: link) == #"{\#(Self.identity)"params":{},"button":{"url":"x"}}"#)
    let replies = MessageTemplate(name: "templ_uat_2", button: .init(replyPayloads: ["x"]))
    #expect(
      try await body(of: replies) == #"{\#(Self.identity)"params":{},"button":{"reply_payload":{"1":"x"}}}"#)
    let nothing = MessageTemplate(name: "templ_uat_2", button: .init())
    #expect(try await body(of: nothing) == #"{\#(Self.identity)"params":{}}"#)
  }

  @Test("a template with a file is a form: params and button are JSON in text")
  func media() async throws {
    let bytes = Array("%PDF-1.4 nota".utf8)
    try await MediaFile.with(bytes) { path in
      try await ScriptedServer.run { _ in
        .answer(http: 200, body: Wire.good)
      } _: { provider in
        let template = MessageTemplate(
          name: "nota_baru", params: (1...11).map(String.init), languageCode: "id",
          button: .init(replyPayloads: ["ok"]),
          media: .init(kind: .document, hash: "0", fileName: "nota.pdf"))
        let sent = Wire.message(.template(template), file: path)
        #expect(try await withClient(provider.url) { await $0.send(sent) }.outcome == .accepted)
        let request = try #require(provider.requests.first)
        #expect(request.path == "/v1/message/do-send-hsm-with-media")
        let form = try #require(StrictForm(contentType: request.headers["content-type"], body: request.body))
        #expect(
          form.parts.dropLast().map { "\($0.name)=\(String(decoding: $0.bytes, as: UTF8.self))" } == [
            "client_id=0009", "project_id=16", "type=nota_baru", "recipient_number=628989229471",
            #"params={"1":"1","2":"2","3":"3","4":"4","5":"5","6":"6","7":"7","8":"8","9":"9","10":"10","11":"11"}"#,
            "language_code=id", #"button={"reply_payload":{"1":"ok"}}"#,
          ])
        let file = try #require(form.parts.last)
        #expect(
          file
            == StrictForm.Part(
              name: "media", fileName: "nota.pdf", contentType: "application/pdf", bytes: bytes))
      }
    }
  }

  @Test("what no document allows is refused for good, and nothing is sent")
  func contradictions() async throws {
    try await ScriptedServer.run { _ in
      .answer(http: 200, body: Wire.good)
    } _: { provider in
      let media = Content.Media(kind: .image, hash: "0", fileName: "a.jpg")
      let withSMS = MessageTemplate(name: "a", sms: .init(name: "s"), media: media)
      let withHeader = MessageTemplate(name: "a", header: "h", media: media)
      try await withClient(provider.url) { client in
        for (template, word) in [(withSMS, "SMS"), (withHeader, "header")] {
          let result = await client.send(Wire.message(.template(template), file: "/dev/null"))
          #expect(result.outcome == .permanent)
          #expect(result.code == "template")
          #expect(result.detail.contains(word))
        }
      }
      #expect(provider.requests.isEmpty)
    }
  }

  @Test("a template whose file is gone is rejected without a call")
  func missingFile() async throws {
    try await ScriptedServer.run { _ in
      .answer(http: 200, body: Wire.good)
    } _: { provider in
      let media = Content.Media(kind: .image, hash: "0", fileName: "a.jpg")
      let template = MessageTemplate(name: "a", media: media)
      try await withClient(provider.url) { client in
        for path in [nil, "/nowhere/a.jpg"] {
          let result = await client.send(Wire.message(.template(template), file: path))
          #expect(result.outcome == .rejected)
          #expect(result.code == "file")
        }
      }
      #expect(provider.requests.isEmpty)
    }
  }
}
