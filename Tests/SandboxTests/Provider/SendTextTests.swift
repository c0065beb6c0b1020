import Sandbox
import Testing

@Suite("Sending text through the stand-in")
struct SendTextTests {
  @Test("an accepted text has an id of 13 hex digits and stands in the customer's phone")
  func accepted() async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("halo")
      let answer = try await guest.send("Halo *Kak*")
      #expect(answer.code == "200 Success")
      #expect(answer.text.hasSuffix(#""status":"200","message":"Success","data":null}"#))
      let id = try #require(answer.json["message_id"] as? String)
      #expect(id.wholeMatch(of: /[0-9a-f]{13}/) != nil)
      let message = try #require(await sandbox.switchboard.allMessages.last)
      #expect(message.id == id)
      #expect(message.text == "Halo *Kak*")
      #expect(message.author == .business)
      #expect(message.status == .delivered)
    }
  }

  @Test(
    "a number is taken however it is written",
    arguments: ["6281234567801", "+62 812-3456-7801", "081234567801", "62 812 3456 7801"])
  func numbers(recipient: String) async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("halo")
      #expect(try await guest.send("hai", to: recipient).code == "200 Success")
      #expect(await sandbox.switchboard.allMessages.last?.customer == "6281234567801")
    }
  }

  @Test("a number that is none, or is not on WhatsApp, is 601")
  func invalidContact() async throws {
    var world = World()
    world.numbers.invalid = ["628111111111"]
    try await Sandbox(world: world).whileRunning { address async throws in
      let guest = Guest(address: address)
      for recipient in ["abc", "0812", "08111111111"] {
        #expect(try await guest.send("hai", to: recipient).code == "601 Contact invalid")
      }
    }
  }

  @Test("a number that cannot be checked is accepted, and fails; a silent one is accepted, and stays sent")
  func specialNumbers() async throws {
    let sandbox = Sandbox(world: .shop)
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      for (number, status) in [("628133333333", ChatMessage.Status.failed), ("628122222222", .sent)] {
        try await guest.write("halo", from: number)
        #expect(try await guest.send("hai", to: number).code == "200 Success")
        #expect(await sandbox.switchboard.allMessages.last?.status == status)
      }
    }
  }

  @Test(
    "what is no JSON object, or lacks a field, is 400 Error no input received",
    arguments: ["", "halo", "[]", #"{"client_id":"0009""#, #"{"client_id":"0009","project_id":"16"}"#])
  func noInput(body: String) async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      let answer = try await guest.post(
        "/v1/message/do-send", body, headers: try await Guest.bearer(guest.token()))
      #expect(answer.status == 200)
      #expect(answer.code == "400 Error no input received")
    }
  }

  @Test("a client or project that is not the caller's is 400; both spellings of a client id are one")
  func unknownProject() async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("halo")
      let refusal = "400 Project ID or Client ID cannot be process."
      #expect(try await guest.send("hai", project: "17").code == refusal)
      #expect(try await guest.send("hai", client: "0010").code == refusal)
      #expect(try await guest.send("hai", client: "9").code == "200 Success")
    }
  }

  @Test("a project that is not production is 419, with an id")
  func notProduction() async throws {
    var world = World()
    world.projects = [World.Project(environment: .uat)]
    try await Sandbox(world: world).whileRunning { address in
      let guest = Guest(address: address)
      let answer = try await guest.send("hai")
      #expect(answer.json["status"] as? String == "419")
      #expect((answer.json["message_id"] as? String)?.count == 13)
    }
  }

  @Test("without a header it is 406, with an unknown token 401")
  func unauthorized() async throws {
    try await Sandbox().whileRunning { address async throws in
      let guest = Guest(address: address)
      #expect(try await guest.post("/v1/message/do-send", "{}").code == "406 Auth not recognize")
      let answer = try await guest.post("/v1/message/do-send", "{}", headers: Guest.bearer("unknown"))
      #expect(answer.code == "401 Invalid credential")
    }
  }

  @Test("outside of 24 hours after the customer's last message it is accepted, and fails")
  func session() async throws {
    let clock = TestClock()
    let sandbox = Sandbox(time: clock.time)
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      #expect(try await guest.send("too early").code == "200 Success")
      #expect(await sandbox.switchboard.allMessages.last?.status == .failed)
      try await guest.write("halo")
      clock.advance(by: .seconds(86_399))
      try await guest.send("in time")
      #expect(await sandbox.switchboard.allMessages.last?.status == .delivered)
      clock.advance(by: .seconds(1))
      try await guest.send("too late")
      #expect(await sandbox.switchboard.allMessages.last?.status == .failed)
    }
  }

  @Test("a trailing slash, a missing Content-Type and numbers for strings are taken")
  func lenient() async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("halo")
      let answer = try await guest.post(
        "/v1/message/do-send/",
        #"{"client_id":9,"project_id":16,"message_content":"hai","recipient_number":6281234567801}"#,
        headers: try await Guest.bearer(guest.token()))
      #expect(answer.code == "200 Success")
    }
  }

  @Test("what was called can be asked for")
  func recorded() async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      try await guest.send("hai", to: "abc")
      let calls = try await guest.get("/sandbox/calls").text
      #expect(calls.contains(#""path":"/v1/message/do-send","status":"601""#))
      #expect(calls.contains(#""recipient_number":"abc""#))
    }
  }
}
