import Foundation
import Sandbox
import Testing

@Suite("Inquiries at the stand-in")
struct InquiryTests {
  @Test("an inquiry tells each status with its time in seconds, oldest first")
  func steps() async throws {
    let clock = TestClock()
    try await Sandbox(time: clock.time).whileRunning { address async throws in
      let guest = Guest(address: address)
      try await guest.write("halo")
      let id = try #require(try await guest.send("hai").json["message_id"] as? String)
      clock.advance(by: .seconds(60))
      try await guest.post("/sandbox/customers/6281234567801/seen", "{}")
      let answer = try await guest.ask("/v1/message/inquiry", #"{"message_id":"\#(id)"}"#)
      #expect(
        answer.text
          == #"{"status":"200","message":"Success","data":[{"status":"sent","timestamp":"1563600111"},"#
          + #"{"status":"delivered","timestamp":"1563600111"},{"status":"read","timestamp":"1563600171"}]}"#)
    }
  }

  @Test("a message that failed is told so")
  func failed() async throws {
    try await Sandbox().whileRunning { address async throws in
      let guest = Guest(address: address)
      let id = try await guest.send("too early").json["message_id"] as? String ?? ""
      #expect(try await guest.inquire(id) == ["failed"])
    }
  }

  @Test("of a silent number no callback comes, and an inquiry tells sent only")
  func silent() async throws {
    let daemon = Daemon()
    try await daemon.whileServing(world: .shop) { _, guest async throws in
      try await guest.write("satu", from: "628122222222")
      let id = try await guest.send("hai", to: "08122222222").json["message_id"] as? String ?? ""
      try await guest.post("/sandbox/customers/628122222222/seen", "{}")
      try await guest.write("dua", from: "628122222222")
      #expect(await daemon.next(2).map(\.gist) == ["- satu", "- dua"])
      #expect(try await guest.inquire(id) == ["sent"])
    }
  }

  @Test("an id that is unknown, missing or a customer's message is 404 Data not Found")
  func unknown() async throws {
    try await Sandbox().whileRunning { address async throws in
      let guest = Guest(address: address)
      let customers = try await guest.write("halo").json["id"] as? String ?? ""
      for body in [#"{"message_id":"5c33139c82f94"}"#, "{}", #"{"message_id":"\#(customers)"}"#] {
        #expect(try await guest.ask("/v1/message/inquiry", body).code == "404 Data not Found")
      }
      #expect(try await guest.ask("/v1/message/inquiry", "{").code == "400 Error no input received")
    }
  }

  @Test("another client's message is 404 Data not Found")
  func othersMessage() async throws {
    var world = World()
    world.clients.append(World.Client(id: "0010", secret: "lain", name: "lain"))
    try await Sandbox(world: world).whileRunning { address async throws in
      let guest = Guest(address: address)
      let id = try await guest.send("hai").json["message_id"] as? String ?? ""
      let token = try await guest.post("/v1/token/get", headers: Guest.basic("10", "lain"))
      let data = token.json["data"] as? [String: Any]
      let answer = try await guest.post(
        "/v1/message/inquiry", #"{"message_id":"\#(id)"}"#,
        headers: Guest.bearer(data?["access_token"] as? String ?? ""))
      #expect(answer.code == "404 Data not Found")
      #expect(try await guest.inquire(id) == ["failed"])
    }
  }
}
