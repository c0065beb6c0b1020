import Sandbox
import Testing

@Suite("The clock of the stand-in")
struct ClockTests {
  @Test("put forward, it ends tokens and sessions, and SMS that waited go out")
  func forward() async throws {
    let sandbox = Sandbox(world: .shop, time: TestClock().time)
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      let token = try await guest.token()
      try await guest.write("halo")
      try await guest.send("in time")
      try await guest.sendSMS("belum_sampai", to: "08122222222")
      #expect(try await guest.get("/sandbox/clock").text == #"{"now":"2019-07-20 12:21:51"}"#)
      let moved = try await guest.post("/sandbox/clock", #"{"forward":"1d"}"#)
      #expect(moved.text == #"{"now":"2019-07-21 12:21:51"}"#)
      #expect(await sandbox.switchboard.allMessages.last?.sms?.template == "belum_sampai")
      #expect(try await guest.token() != token)
      try await guest.send("too late")
      let last = try #require(await sandbox.switchboard.allMessages.last)
      #expect(last.status == .failed)
      #expect(last.note?.contains("in the last 24 hours") == true)
    }
  }

  @Test(
    "it takes a time, and no other", arguments: ["", "{}", #"{"forward":"besok"}"#, #"{"forward":"400d"}"#])
  func refused(body: String) async throws {
    try await Sandbox().whileRunning { address in
      let answer = try await Guest(address: address).post("/sandbox/clock", body)
      #expect(answer.status == 400)
      #expect(answer.text.contains("25h"))
    }
  }
}
