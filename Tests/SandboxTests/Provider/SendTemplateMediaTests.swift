import Foundation
import Sandbox
import Testing

@Suite("Sending templates with media through the stand-in")
struct SendTemplateMediaTests {
  private static let path = "/v1/message/do-send-hsm-with-media"

  private func form(
    _ type: String, params: String, file: String?, fields: [(String, String)] = []
  ) -> Form {
    var form = Form()
    let known = [
      ("client_id", "9"), ("project_id", "16"), ("type", type), ("recipient_number", "+62 812-3456-7801"),
      ("params", params),
    ]
    for (name, value) in known + fields { form.field(name, value) }
    if let file { form.file("media", file, Array("bytes".utf8)) }
    form.close()
    return form
  }

  @Test("the file is the header, and params and button are JSON in strings")
  func accepted() async throws {
    let sandbox = Sandbox(world: .shop)
    try await sandbox.whileRunning { address async throws in
      let guest = Guest(address: address)
      let answer = try await guest.upload(
        form(
          "tagihan", params: #"{"1":"Mei"}"#, file: "tagihan.pdf",
          fields: [("button", "[]"), ("header", "[]"), ("media", "tagihan.pdf")]),
        to: Self.path)
      #expect(answer.code == "200 Success")
      let message = try #require(await sandbox.switchboard.allMessages.last)
      #expect(message.text == "Tagihan Mei.")
      #expect(message.template?.name == "tagihan")
      #expect(message.media?.kind == .document)
      let media = try #require(message.media)
      #expect(try await guest.get("/sandbox/media/\(media.file)").text == "bytes")
    }
  }

  @Test("a file that is not what the header takes, or that it takes none of, is 605")
  func wrongFile() async throws {
    try await Sandbox(world: .shop).whileRunning { address async throws in
      let guest = Guest(address: address)
      for (type, file) in [("tagihan", "foto.jpg"), ("tagihan", "tagihan.exe"), ("polos", "foto.jpg")] {
        let params = type == "polos" ? "[]" : #"["Mei"]"#
        let answer = try await guest.upload(form(type, params: params, file: file), to: Self.path)
        #expect(answer.code == "605 Upload Media Failed")
      }
    }
  }

  @Test("no file, no form or params that are no JSON is 400 Error no input received")
  func noInput() async throws {
    try await Sandbox(world: .shop).whileRunning { address async throws in
      let guest = Guest(address: address)
      let refusal = "400 Error no input received"
      #expect(
        try await guest.upload(form("tagihan", params: "[1]", file: nil), to: Self.path).code == refusal)
      #expect(try await guest.ask(Self.path, #"{"type":"tagihan"}"#).code == refusal)
      #expect(
        try await guest.upload(form("tagihan", params: "{\"1\":", file: "a.pdf"), to: Self.path).code
          == refusal)
    }
  }

  @Test("what is refused is no message, and can be asked for")
  func refused() async throws {
    let sandbox = Sandbox(world: .shop)
    try await sandbox.whileRunning { address async throws in
      let guest = Guest(address: address)
      let count = try await guest.upload(form("tagihan", params: "[]", file: "a.pdf"), to: Self.path)
      #expect(count.code == "400 Message param count do not match")
      #expect(await sandbox.switchboard.allMessages.isEmpty)
      #expect(await sandbox.switchboard.calls.last?.fields["media"] == "a.pdf")
    }
  }
}
