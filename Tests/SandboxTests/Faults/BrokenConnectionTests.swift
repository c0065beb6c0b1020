import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Sandbox
import TestSupport
import Testing

@Suite("Connections that break on demand")
struct BrokenConnectionTests {
  private func texts(_ sandbox: Sandbox) async -> [String?] {
    await sandbox.switchboard.allMessages.filter { $0.author == .business }.map(\.text)
  }

  @Test("a connection that is reset before the call was taken leaves nothing, after it the message")
  func reset() async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("halo")
      try await guest.set(#"{"kind":"reset","call":"do-send","times":1}"#)
      #expect(try await guest.begin("satu").reset() == "")
      #expect(await texts(sandbox) == [])
      try await guest.set(#"{"kind":"reset","when":"after","call":"do-send","times":1}"#)
      #expect(try await guest.begin("dua").reset() == "")
      #expect(await texts(sandbox) == ["dua"])
      #expect(try await guest.send("tiga").code == "200 Success")
      let endings = try await guest.exchanges("?call=do-send").map { $0["ending"] as? String }
      #expect(endings == ["The connection was reset.", "The connection was reset.", nil])
    }
  }

  @Test("a call that hangs after it was taken is never answered, and its callbacks come")
  func hangAfter() async throws {
    let daemon = Daemon()
    try await daemon.whileServing { sandbox, guest in
      try await guest.write("halo")
      try await guest.set(#"{"kind":"hang","call":"do-send"}"#)
      let caller = try await guest.begin("hai")
      #expect(await daemon.next(3).map(\.gist) == ["- halo", "sent -", "delivered -"])
      let open = try #require(try await guest.exchanges("?call=do-send").first)
      #expect(open["duration"] == nil && open["answer"] == nil)
      withExtendedLifetime(caller) {}
    }
  }

  @Test("a call that hangs before it is taken leaves nothing, and is over when the client gives up")
  func hangBefore() async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("halo")
      try await guest.set(#"{"kind":"hang","when":"before","call":"do-send"}"#)
      let token = try await guest.token()
      let events = try await EventReader(guest, path: "/sandbox/traffic/events")
      var request = HTTPClientRequest(url: "\(address)/v1/message/do-send")
      request.method = .POST
      request.headers = Guest.bearer(token)
      request.body = .bytes(Array(#"{"recipient_number":"6281234567801"}"#.utf8))
      let answer = try? await HTTPClient.shared.execute(request, timeout: .milliseconds(300))
      #expect(answer == nil)
      let ended = try await events.first { $0.contains("Nothing was answered") }
      #expect(ended.eventName == "entry")
      #expect(await texts(sandbox) == [])
    }
  }

  @Test("the sandbox ends although a call hangs")
  func ends() async throws {
    let caller = try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      let events = try await EventReader(guest, path: "/sandbox/traffic/events")
      try await guest.set(#"{"kind":"hang","call":"do-send"}"#)
      let caller = try await guest.begin("hai")
      _ = try await events.first { $0.contains(#""kind":"hang""#) && $0.eventName == "entry" }
      return caller
    }
    #expect(try await caller.end() == "")
  }

  @Test("a truncated answer promises more than comes, and the message was taken")
  func truncated() async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("halo")
      try await guest.set(#"{"kind":"truncated","call":"do-send"}"#)
      let said = try await guest.begin("hai").end()
      let length = try #require(said.firstMatch(of: /[Cc]ontent-[Ll]ength: (\d+)/).flatMap { Int($0.1) })
      let body = try #require(said.components(separatedBy: "\r\n\r\n").last)
      #expect(body.hasPrefix(#"{"message_id":""#) && body.utf8.count == length / 2)
      await #expect(throws: (any Error).self) { try await guest.send("hai lagi") }
      #expect(await texts(sandbox) == ["hai", "hai lagi"])
    }
  }

  @Test("in an outage every call is reset, and after it none")
  func outage() async throws {
    let clock = TestClock()
    let sandbox = Sandbox(time: clock.time)
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      try await guest.set(#"{"kind":"outage","for":"30s"}"#)
      for path in ["/v1/token/get", "/v1/message/do-send", "/elsewhere"] {
        let caller = try Caller(port: address.port)
        caller.send("POST \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
        #expect(try await caller.reset() == "", "\(path)")
      }
      #expect(try await guest.get("/sandbox/faults").status == 200)
      clock.advance(by: .seconds(30))
      #expect(try await guest.token().count == 64)
    }
  }
}
