import Foundation
import Sandbox
import Testing

@Suite("SMS through the stand-in")
struct ShortMessageTests {
  private func atShop(_ body: @escaping @Sendable (Guest, Switchboard, TestClock) async throws -> Void)
    async throws
  {
    let clock = TestClock()
    let sandbox = Sandbox(world: .shop, time: clock.time)
    try await sandbox.whileRunning { address async throws in
      try await body(Guest(address: address), sandbox.switchboard, clock)
    }
  }

  @Test("by the rule both an SMS goes out at once, beside the WhatsApp message")
  func both() async throws {
    try await atShop { guest, switchboard, _ async throws in
      let answer = try await guest.sendSMS("keduanya")
      #expect(answer.code == "200 Success")
      let id = try #require(answer.json["message_id"] as? String)
      let messages = await switchboard.allMessages
      #expect(messages.map(\.text) == ["Halo Rina, pesanan A-17 sudah dikirim.", "Pesanan A-17 dikirim."])
      #expect(messages.last?.sms == ShortMessage(template: "keduanya", parts: 1, messageID: id))
      #expect(try await guest.inquire(id) == ["sent", "delivered"])
    }
  }

  @Test("by the rule invalid number only a number that is not on WhatsApp gets an SMS, and the call is a 200")
  func invalidNumber() async throws {
    try await atShop { guest, switchboard, _ async throws in
      #expect(try await guest.sendSMS("pengganti").code == "200 Success")
      #expect(await switchboard.allMessages.filter { $0.sms != nil }.isEmpty)
      let answer = try await guest.sendSMS("pengganti", to: "08111111111")
      #expect(answer.code == "200 Success")
      #expect(await switchboard.allMessages.last?.sms?.template == "pengganti")
      #expect(try await guest.inquire(answer.json["message_id"] as? String ?? "") == ["failed"])
    }
  }

  @Test("by any other rule a number that is not on WhatsApp is 601, and gets no SMS")
  func otherRules() async throws {
    try await atShop { guest, switchboard, _ async throws in
      #expect(try await guest.sendSMS("keduanya", to: "08111111111").code == "601 Contact invalid")
      #expect(try await guest.sendSMS("belum_sampai", to: "08111111111").code == "601 Contact invalid")
      #expect(await switchboard.allMessages.isEmpty)
    }
  }

  @Test("by the rule waiting after sent, who does not get the message within the days gets an SMS")
  func waitingAfterSent() async throws {
    try await atShop { guest, switchboard, clock async throws in
      #expect(try await guest.sendSMS("belum_sampai").code == "200 Success")
      #expect(try await guest.sendSMS("belum_sampai", to: "08122222222").code == "200 Success")
      clock.advance(by: .seconds(86_399))
      await switchboard.sendDueShortMessages()
      #expect(await switchboard.allMessages.count == 2)
      clock.advance(by: .seconds(1))
      await switchboard.sendDueShortMessages()
      await switchboard.sendDueShortMessages()
      let sms = await switchboard.allMessages.filter { $0.sms != nil }
      #expect(sms.map(\.customer) == ["628122222222"])
    }
  }

  @Test("by the rule waiting after delivered, who does not read the message within the days gets an SMS")
  func waitingAfterDelivered() async throws {
    try await atShop { guest, switchboard, clock async throws in
      for number in ["6281234567801", "6281234567802", "628122222222"] {
        #expect(try await guest.sendSMS("belum_dibaca", to: number).code == "200 Success")
      }
      try await guest.post("/sandbox/customers/6281234567802/seen", "{}")
      clock.advance(by: .seconds(2 * 86_400))
      await switchboard.sendDueShortMessages()
      let sms = await switchboard.allMessages.filter { $0.sms != nil }
      // One was read, and one is still not delivered.
      #expect(sms.map(\.customer) == ["6281234567801"])
    }
  }

  @Test(
    "an SMS takes 160 characters without its values, and a longer text goes out as several",
    arguments: [(160, 1), (161, 2), (320, 2), (321, 3), (0, 1)])
  func parts(length: Int, parts: Int) {
    let text = String(repeating: "x", count: length) + "{{1}}"
    #expect(World.SMSTemplate(name: "a", template: "b", text: text).parts == parts)
  }

  @Test("long values do not make an SMS longer than its template")
  func longValues() async throws {
    try await atShop { guest, switchboard, _ async throws in
      let value = String(repeating: "y", count: 300)
      try await guest.sendSMS("keduanya", params: #"["\#(value)"]"#)
      #expect(await switchboard.allMessages.last?.sms?.parts == 1)
      #expect(await switchboard.allMessages.last?.text?.contains(value) == true)
    }
  }

  @Test("an SMS template that is unknown, or another template's, is 404")
  func unknown() async throws {
    try await atShop { guest, _, _ async throws in
      #expect(try await guest.sendSMS("tidak_ada").code == "404 Content Template SMS not found")
      #expect(try await guest.sendSMS("lain").code == "404 Content Template SMS not found")
      let uat = try await guest.sendTemplate(
        "templ_uat_2", project: "17", more: #""channel":"sms","content":"keduanya","params_sms":["a"]"#)
      #expect(uat.code == "404 Content Template SMS not found")
    }
  }

  @Test("values that are not those of the SMS template are 400", arguments: ["[]", #"["a","b"]"#])
  func parameterCount(params: String) async throws {
    try await atShop { guest, switchboard, _ async throws in
      #expect(try await guest.sendSMS("keduanya", params: params).code == "400 params sms count do not match")
      #expect(await switchboard.allMessages.isEmpty)
    }
  }

  @Test(
    "a channel other than sms, and an SMS without its template or values, is 400",
    arguments: [
      #""channel":"email","content":"keduanya","params_sms":["a"]"#, #""channel":"sms","params_sms":["a"]"#,
      #""channel":"sms","content":"keduanya""#,
    ])
  func noInput(more: String) async throws {
    try await atShop { guest, _, _ async throws in
      #expect(try await guest.sendTemplate(more: more).code == "400 Error no input received")
    }
  }

  @Test("where the vendor of SMS fails the answer is 700 with the id of the WhatsApp message, which went out")
  func vendorError() async throws {
    try await atShop { guest, switchboard, _ async throws in
      let answer = try await guest.sendSMS("keduanya", to: "08144444444")
      #expect(answer.code == "700 Error from vendor")
      let id = try #require(answer.json["message_id"] as? String)
      #expect(try await guest.inquire(id) == ["sent", "delivered"])
      #expect(await switchboard.allMessages.last?.status == .failed)
      #expect(try await guest.sendTemplate(to: "08144444444").code == "200 Success")
    }
  }

  @Test("of an SMS no callback tells, and no inquiry")
  func noNews() async throws {
    let daemon = Daemon()
    try await daemon.whileServing(world: .shop) { sandbox, guest async throws in
      let id = try await guest.sendSMS("keduanya").json["message_id"] as? String
      try await guest.post("/sandbox/customers/6281234567801/seen", "{}")
      try await guest.write("selesai")
      let told = await daemon.next(4)
      #expect(told.map(\.gist) == ["sent -", "delivered -", "read -", "- selesai"])
      #expect(told.prefix(3).allSatisfy { $0.json["message_id"] == id })
      let sms = try #require(await sandbox.switchboard.allMessages.first { $0.sms != nil })
      #expect(try await guest.inquire(sms.id).isEmpty)
    }
  }
}
