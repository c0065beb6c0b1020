import Foundation
import Sandbox
import Testing

@Suite("The number checker of the stand-in")
struct NumberCheckerTests {
  private func check(_ number: String, at guest: Guest) async throws -> Guest.Answer {
    try await guest.ask(
      "/v1/phone/number-checker", #"{"client_id":"9","project_id":"16","phone_number":"\#(number)"}"#)
  }

  @Test(
    "a number on WhatsApp is valid, however it is written",
    arguments: ["082315658823", "6282315658823", "+62 823-1565-8823", "(0823) 1565.8823"])
  func valid(number: String) async throws {
    try await Sandbox(world: .shop).whileRunning { address async throws in
      let answer = try await check(number, at: Guest(address: address))
      #expect(answer.text.hasSuffix(#""status":"200","message":"Phone Number Valid","data":null}"#))
      #expect((answer.json["message_id"] as? String)?.wholeMatch(of: /[0-9a-f]{13}/) != nil)
    }
  }

  @Test(
    "one that is not on WhatsApp, cannot be checked or is no number is 601 Phone Number Invalid",
    arguments: ["08111111111", "08133333333", "abc", "0812"])
  func invalid(number: String) async throws {
    try await Sandbox(world: .shop).whileRunning { address async throws in
      let answer = try await check(number, at: Guest(address: address))
      #expect(answer.code == "601 Phone Number Invalid")
    }
  }

  @Test("without a number it is 400 Error no input received, and for another project the other 400")
  func refused() async throws {
    try await Sandbox().whileRunning { address async throws in
      let guest = Guest(address: address)
      let path = "/v1/phone/number-checker"
      #expect(
        try await guest.ask(path, #"{"client_id":"9","project_id":"16"}"#).code
          == "400 Error no input received")
      #expect(
        try await guest.ask(path, #"{"client_id":"9","project_id":"1","phone_number":"0812345678"}"#).code
          == "400 Project ID or Client ID cannot be process.")
    }
  }

  @Test("a check is no message: nothing stands in the phone")
  func noMessage() async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address async throws in
      _ = try await check("0812345678", at: Guest(address: address))
      #expect(await sandbox.switchboard.allMessages.isEmpty)
    }
  }
}
