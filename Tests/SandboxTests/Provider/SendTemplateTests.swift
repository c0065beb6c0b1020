import Sandbox
import Testing

@Suite("Sending templates through the stand-in")
struct SendTemplateTests {
  private func atShop(_ body: @escaping @Sendable (Guest, Switchboard) async throws -> Void) async throws {
    let sandbox = Sandbox(world: .shop)
    try await sandbox.whileRunning { address async throws in
      try await body(Guest(address: address), sandbox.switchboard)
    }
  }

  @Test("a template arrives filled in, also where the customer has not written")
  func accepted() async throws {
    try await atShop { guest, switchboard async throws in
      let answer = try await guest.sendTemplate()
      #expect(answer.code == "200 Success")
      #expect(answer.text.hasSuffix(#""status":"200","message":"Success","data":null}"#))
      let message = try #require(await switchboard.allMessages.last)
      #expect(message.id == answer.json["message_id"] as? String)
      #expect(message.text == "Halo Rina, pesanan A-17 sudah dikirim.")
      #expect(message.template == TemplateMessage(name: "pesanan"))
      #expect(message.status == .delivered)
    }
  }

  @Test(
    "params may be an object, a list, either as JSON in a string, and hold numbers",
    arguments: [
      #"{"1":"Rina","2":17}"#, #"["Rina","17"]"#, #""{\"1\":\"Rina\",\"2\":\"17\"}""#, #""[\"Rina\",17]""#,
    ])
  func params(params: String) async throws {
    try await atShop { guest, switchboard async throws in
      #expect(try await guest.sendTemplate(params: params).code == "200 Success")
      #expect(await switchboard.allMessages.last?.text == "Halo Rina, pesanan 17 sudah dikirim.")
    }
  }

  @Test("a template without values takes params: [] and header: []", arguments: ["[]", "{}", #""[]""#])
  func noParams(params: String) async throws {
    try await atShop { guest, _ async throws in
      let answer = try await guest.sendTemplate(
        "polos", params: params, more: #""header":[],"button":[],"language_code":"id""#)
      #expect(answer.code == "200 Success")
    }
  }

  @Test(
    "params that are not those of the template are 400 Message param count do not match",
    arguments: [
      "[]", #"{"1":"Rina"}"#, #"{"1":"a","2":"b","3":"c"}"#, #"{"1":"a","3":"c"}"#,
      #"{"name":"a","2":"b"}"#,
    ])
  func parameterCount(params: String) async throws {
    try await atShop { guest, switchboard async throws in
      #expect(try await guest.sendTemplate(params: params).code == "400 Message param count do not match")
      #expect(await switchboard.allMessages.isEmpty)
    }
  }

  @Test(
    "a template that is unknown, inactive, of another project or in no such language is 404",
    arguments: [("tidak_ada", ""), ("lama", ""), ("khusus", ""), ("salam", #""language_code":"fr""#)])
  func unknown(type: String, more: String) async throws {
    try await atShop { guest, _ async throws in
      let answer = try await guest.sendTemplate(type, params: "[]", more: more)
      #expect(answer.code == "404 API Notification Template not found or inactive")
    }
  }

  @Test("the language decides between templates of one name")
  func language() async throws {
    try await atShop { guest, switchboard async throws in
      for (more, text) in [
        ("", "Selamat datang."), (#""language_code":"id""#, "Selamat datang."),
        (#""language_code":"en""#, "Welcome."),
      ] {
        try await guest.sendTemplate("salam", params: "[]", more: more)
        #expect(await switchboard.allMessages.last?.text == text)
      }
    }
  }

  @Test("header and buttons are filled in")
  func headerAndButtons() async throws {
    try await atShop { guest, switchboard async throws in
      let answer = try await guest.sendTemplate(
        "lacak", params: #"["Rina"]"#,
        more: #""header":{"param":"A-17"},"button":{"url":"a17","reply_payload":{"1":"ya-17"}}"#)
      #expect(answer.code == "200 Success")
      #expect(
        await switchboard.allMessages.last?.template
          == TemplateMessage(
            name: "lacak", header: "Pesanan A-17",
            buttons: [
              .init(label: "Lacak", url: "https://toko.example/lacak/a17"),
              .init(label: "Ya", payload: "ya-17"), .init(label: "Tidak"),
            ]))
    }
  }

  @Test(
    "values for header and buttons that are missing or too many are 400 as well",
    arguments: [
      ("lacak", ""), ("lacak", #""header":{"param":"A"}"#),
      ("lacak", #""header":{"param":"A"},"button":{"url":"a","reply_payload":{"3":"x"}}"#),
      ("lacak", #""header":[],"button":{"url":"a"}"#),
      ("tagihan", ""), ("pesanan", #""header":{"param":"A"}"#),
    ])
  func headerCount(type: String, more: String) async throws {
    try await atShop { guest, _ async throws in
      let params = type == "pesanan" ? #"["Rina","A-17"]"# : #"["Rina"]"#
      let answer = try await guest.sendTemplate(type, params: params, more: more)
      #expect(answer.code == "400 Message param count do not match")
    }
  }

  @Test("a number that is none, or is not on WhatsApp, is 601; one that cannot be checked is 600")
  func numbers() async throws {
    try await atShop { guest, switchboard async throws in
      #expect(try await guest.sendTemplate(to: "abc").code == "601 Contact invalid")
      #expect(try await guest.sendTemplate(to: "08111111111").code == "601 Contact invalid")
      #expect(
        try await guest.sendTemplate(to: "08133333333").code == "600 Not delivered, Contact validate Failed")
      #expect(await switchboard.allMessages.isEmpty)
    }
  }

  @Test("a UAT project sends templ_uat_2 and templ_uat_3, and no other")
  func uat() async throws {
    try await atShop { guest, switchboard async throws in
      #expect(try await guest.sendTemplate("templ_uat_2", project: "17").code == "200 Success")
      #expect(
        await switchboard.allMessages.last?.text == "Halo Rina, ini pesan percobaan pada A-17.")
      #expect(
        try await guest.sendTemplate("templ_uat_3", params: #"["a","b","c"]"#, project: "17").code
          == "200 Success")
      #expect(
        try await guest.sendTemplate("templ_uat_3", project: "17").code
          == "400 Message param count do not match")
      let unknown = "404 API Notification Template not found or inactive"
      #expect(try await guest.sendTemplate("pesanan", project: "17").code == unknown)
      #expect(try await guest.sendTemplate("templ_uat_2", project: "16").code == unknown)
    }
  }

  @Test(
    "a field that must be there is 400 Error no input received",
    arguments: ["client_id", "project_id", "type", "recipient_number", "params"])
  func missing(field: String) async throws {
    try await atShop { guest, _ async throws in
      let fields = [
        #""client_id":"0009""#, #""project_id":"16""#, #""type":"polos""#,
        #""recipient_number":"0812345678""#,
        #""params":[]"#,
      ]
      let rest = fields.filter { !$0.hasPrefix("\"\(field)\"") }.joined(separator: ",")
      let answer = try await guest.ask("/v1/message/do-send-hsm", "{\(rest)}")
      #expect(answer.code == "400 Error no input received")
    }
  }
}
