import Foundation
import HTTPTypes
import Sandbox
import Synchronization
import Testing

@Suite("Callbacks of the stand-in")
struct CallbackTests {
  @Test("a customer's message is told exactly as the document's sample has it")
  func message() async throws {
    let clock = TestClock()
    let daemon = Daemon()
    try await daemon.whileServing(time: clock.time, bearer: "rahasia-kami") { _, guest in
      let id = try await guest.write("tesss \"a\\b\"\n😀").json["id"] as? String ?? ""
      let received = try #require(await daemon.next(1).first)
      #expect(received.bearer == "Bearer rahasia-kami")
      #expect(
        received.body
          == #"{"message_id":"\#(id)","client_id":"0009","client_name":"balas-demo","project_id":"16","#
          + #""project_name":"Toko Contoh","sender_number":"6281234567801","status_messages":"-","#
          + #""message_content":"tesss \"a\\b\"\n😀","environment":"PRODUCTION","timestamp":"1563600111","#
          + #""callback_type":"message"}"#)
    }
  }

  @Test("a picture or voice note is told with null for its content")
  func media() async throws {
    let daemon = Daemon()
    try await daemon.whileServing { sandbox, guest in
      try await guest.post("/sandbox/customers/6281234567801/media?name=foto.jpg&caption=ini", "picture")
      let received = try #require(await daemon.next(1).first)
      #expect(received.body.contains(#""message_content":null"#))
      #expect(received.json["callback_type"] == "message")
      let message = try #require(await sandbox.switchboard.allMessages.last)
      #expect(message.media?.kind == .image)
      #expect(message.text == "ini")
    }
  }

  @Test("of a sent message sent, delivered and, once it is looked at, read are told, in order")
  func statuses() async throws {
    let daemon = Daemon()
    try await daemon.whileServing { sandbox, guest in
      try await guest.write("halo")
      let id = try await guest.send("hai").json["message_id"] as? String
      let first = await daemon.next(3)
      #expect(first.map(\.gist) == ["- halo", "sent -", "delivered -"])
      #expect(
        first.dropFirst().allSatisfy { $0.json["message_id"] == id && $0.json["callback_type"] == "status" })
      try await guest.post("/sandbox/customers/6281234567801/seen", "{}")
      #expect(await daemon.next(1).map(\.gist) == ["read -"])
      #expect(await sandbox.switchboard.allMessages.last?.status == .read)
    }
  }

  @Test("without a configured bearer token the client's access token is shown")
  func accessToken() async throws {
    let daemon = Daemon()
    try await daemon.whileServing { _, guest in
      let token = try await guest.token()
      try await guest.write("halo")
      #expect(await daemon.next(1).first?.bearer == "Bearer \(token)")
    }
  }

  @Test(
    "what is not answered 000 is sent three times more, and then no more",
    arguments: ["", "000", #"{"status":"200"}"#, #"{"status":000}"#, "<html>"])
  func retries(reply: String) async throws {
    let clock = TestClock()
    let daemon = Daemon { _ in (.ok, reply) }
    try await daemon.whileServing(time: clock.time) { sandbox, guest in
      try await guest.write("satu")
      try await guest.write("dua")
      let received = await daemon.next(8)
      #expect(
        received.map(\.gist) == Array(repeating: "- satu", count: 4) + Array(repeating: "- dua", count: 4))
      #expect(Set(received.prefix(4).map(\.body)).count == 1)
      // Something that comes after it shows that no fifth try was made.
      await sandbox.switchboard.write(.text("tiga"), from: "6281234567801", to: "16")
      #expect(await daemon.next(1).map(\.gist) == ["- tiga"])
    }
    #expect(clock.slept.allSatisfy { $0 == .seconds(5) })
  }

  @Test("a callback that is answered 000 at the second try is not sent again")
  func recovered() async throws {
    let tries = Mutex(0)
    let daemon = Daemon { _ in
      let isFirst = tries.withLock { count in
        count += 1
        return count == 1
      }
      return isFirst ? (.serviceUnavailable, "") : (.ok, #"{"status":"000"}"#)
    }
    try await daemon.whileServing(time: TestClock().time) { sandbox, guest in
      try await guest.write("satu")
      try await guest.write("dua")
      #expect(await daemon.next(3).map(\.gist) == ["- satu", "- satu", "- dua"])
      let attempts = await sandbox.switchboard.callbackAttempts
      #expect(attempts.first?.outcome == .refused(httpStatus: 503, answer: ""))
      #expect(attempts.dropFirst().first?.outcome == .acknowledged)
      #expect(attempts.dropFirst().first?.attempt == 2)
    }
  }

  @Test("a customer whose callback is refused holds nobody else up")
  func lanes() async throws {
    // The first customer's second try never begins, because its pause never ends.
    let time = SandboxTime(now: { Date() }, sleep: { _ in try await Task.sleep(for: .seconds(3600)) })
    let daemon = Daemon { received in
      received.gist == "- satu" ? (.internalServerError, "") : (.ok, #"{"status":"000"}"#)
    }
    try await daemon.whileServing(time: time) { _, guest in
      try await guest.write("satu", from: "6281234567801")
      #expect(await daemon.next(1).map(\.gist) == ["- satu"])
      try await guest.write("waits", from: "6281234567801")
      try await guest.write("dua", from: "6281234567802")
      #expect(await daemon.next(1).map(\.gist) == ["- dua"])
    }
  }

  @Test("a refusal stands at the message, with what to do about it")
  func advice() async throws {
    let daemon = Daemon { _ in (.unauthorized, "") }
    var world = World()
    world.callback.retries = 0
    try await daemon.whileServing(world: world) { sandbox, guest in
      let events = try await EventReader(guest)
      try await guest.write("halo")
      let failed = try await events.first { $0.contains("\"status\":\"failed\"") }
      #expect(failed.contains("--callback-token"))
      #expect(await sandbox.switchboard.allMessages.last?.status == .failed)
    }
  }

  @Test("where nobody is to be called, or nobody answers, the phone says so")
  func nobody() async throws {
    var world = World()
    world.callback.retries = 0
    try await Sandbox(world: world).whileRunning { address in
      let guest = Guest(address: address)
      let events = try await EventReader(guest)
      try await guest.write("halo")
      let failed = try await events.first { $0.contains("\"failed\"") }
      #expect(failed.contains("no callback address is set"))
      // A port that was free a moment ago.
      try await guest.post("/sandbox/callback", #"{"url":"http://127.0.0.1:9/callback"}"#)
      try await guest.write("halo")
      let again = try await events.first { $0.contains("\"failed\"") }
      #expect(again.contains("Nobody answers at"))
    }
  }

  @Test("what a callback was answered says what to do")
  func adviceByOutcome() {
    func advice(_ outcome: CallbackOutcome) -> String { outcome.advice(url: "http://d/callback") ?? "" }
    #expect(advice(.acknowledged) == "")
    #expect(advice(.refused(httpStatus: 403, answer: "")).contains("--callback-token"))
    #expect(advice(.refused(httpStatus: 404, answer: "")).contains("callback: path:"))
    #expect(advice(.refused(httpStatus: 503, answer: "")).contains("log"))
    #expect(advice(.refused(httpStatus: 200, answer: "ok")).contains("000"))
    #expect(advice(.unreachable(reason: "connection refused")).contains("connection refused"))
  }
}
