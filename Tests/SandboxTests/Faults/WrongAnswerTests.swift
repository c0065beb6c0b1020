import Foundation
import NIOHTTP1
import Sandbox
import Testing

@Suite("Wrong answers on demand")
struct WrongAnswerTests {
  private func withGuest(
    time: SandboxTime = .system, _ body: @escaping @Sendable (Sandbox, Guest) async throws -> Void
  ) async throws {
    let sandbox = Sandbox(time: time)
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("halo")
      try await body(sandbox, guest)
    }
  }

  private func sent(_ sandbox: Sandbox) async -> Int {
    await sandbox.switchboard.allMessages.count { $0.author == .business }
  }

  @Test("a 5xx comes before the call is taken or after", arguments: [500, 502, 503], ["before", "after"])
  func http(status: Int, when: String) async throws {
    try await withGuest { sandbox, guest in
      try await guest.set(#"{"kind":"http","status":\#(status),"when":"\#(when)","call":"do-send"}"#)
      let answer = try await guest.send("hai")
      #expect(answer.status == status)
      #expect(answer.headers.first(name: "Retry-After") == nil)
      #expect(await sent(sandbox) == (when == "after" ? 1 : 0))
    }
  }

  @Test("a 503 may say when to come back")
  func retryAfter() async throws {
    try await withGuest { _, guest in
      try await guest.set(#"{"kind":"http","status":503,"retry_after":7}"#)
      let answer = try await guest.post("/v1/token/get")
      #expect(answer.status == 503 && answer.headers.first(name: "Retry-After") == "7")
    }
  }

  @Test("a page comes where JSON is expected")
  func html() async throws {
    try await withGuest { sandbox, guest in
      try await guest.set(#"{"kind":"html","call":"do-send"}"#)
      let answer = try await guest.send("hai")
      #expect(answer.status == 200 && answer.text.hasPrefix("<!DOCTYPE html>"))
      #expect(answer.headers.first(name: "Content-Type") == "text/html; charset=utf-8")
      #expect(await sent(sandbox) == 0)
    }
  }

  @Test("a living token is called wrong")
  func unauthorized() async throws {
    try await withGuest { _, guest in
      try await guest.set(#"{"kind":"unauthorized","call":"do-send","times":1}"#)
      let refused = try await guest.send("hai")
      #expect(refused.status == 200 && refused.code == "401 Invalid credential")
      try await guest.set(#"{"kind":"unauthorized","call":"do-send","times":1,"status":401}"#)
      #expect(try await guest.send("hai").status == 401)
      #expect(try await guest.send("hai").code == "200 Success")
    }
  }

  @Test("too many calls are told so, with when to come back")
  func rateLimit() async throws {
    try await withGuest { sandbox, guest in
      try await guest.set(#"{"kind":"rate-limit","call":"do-send","retry_after":3}"#)
      let answer = try await guest.send("hai")
      #expect(answer.status == 429 && answer.code == "429 Too Many Requests")
      #expect(answer.headers.first(name: "Retry-After") == "3")
      #expect(await sent(sandbox) == 0)
    }
  }

  @Test("of more than so many calls a second only so many are taken")
  func rate() async throws {
    let clock = TestClock()
    try await withGuest(time: clock.time) { sandbox, guest in
      let id = try await guest.set(#"{"kind":"rate-limit","call":"do-send","rate":2}"#)
      var statuses: [Int] = []
      for _ in 1...4 { statuses.append(try await guest.send("hai").status) }
      clock.advance(by: .seconds(1))
      for _ in 1...3 { statuses.append(try await guest.send("hai").status) }
      #expect(statuses == [200, 200, 429, 429, 200, 200, 429])
      #expect(await sandbox.switchboard.allFaults.first { $0.id == id }?.struck == 3)
    }
  }

  @Test("any code and message can be answered, for a message that was taken too")
  func code() async throws {
    try await withGuest { sandbox, guest in
      try await guest.set(
        #"{"kind":"code","code":"700","message":"Error from vendor","when":"after","call":"do-send"}"#)
      let answer = try await guest.send("hai")
      #expect(answer.text == #"{"status":"700","message":"Error from vendor","data":null}"#)
      #expect(await sent(sandbox) == 1)
    }
  }

  @Test("an answer is late by as much as is asked for, before or after the call is taken")
  func latency() async throws {
    let clock = TestClock()
    try await withGuest(time: clock.time) { _, guest in
      try await guest.set(#"{"kind":"latency","delay":"2s","call":"do-send"}"#)
      try await guest.set(#"{"kind":"latency","delay":"100ms-300ms","when":"after","call":"do-send"}"#)
      #expect(try await guest.send("hai").code == "200 Success")
      #expect(clock.slept.first == .seconds(2))
      let second = try #require(clock.slept.dropFirst().first)
      #expect((.milliseconds(100) ... .milliseconds(300)).contains(second))
    }
  }
}
