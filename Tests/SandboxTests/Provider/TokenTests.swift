import Foundation
import NIOHTTP1
import Sandbox
import Testing

@Suite("Tokens of the stand-in")
struct TokenTests {
  @Test("a token is 64 hex digits and says in WIB when it ends")
  func token() async throws {
    let clock = TestClock()
    try await Sandbox(time: clock.time).whileRunning { address in
      let answer = try await Guest(address: address).post(
        "/v1/token/get", headers: Guest.basic("0009", "rahasia"))
      #expect(answer.status == 200)
      #expect(answer.code == "200 Success")
      let data = try #require(answer.json["data"] as? [String: String])
      #expect(data["access_token"]?.wholeMatch(of: /[0-9a-f]{64}/) != nil)
      // 1563600111 is 2019-07-20 05:21:51 UTC; a day later and seven hours on.
      #expect(data["expired_datetime"] == "2019-07-21 12:21:51")
      #expect(data["token_type"] == "access_token")
    }
  }

  @Test("while a token lives it is given again, and the message says so")
  func repeated() async throws {
    let clock = TestClock()
    try await Sandbox(time: clock.time).whileRunning { address in
      let guest = Guest(address: address)
      let first = try await guest.token()
      let again = try await guest.post("/v1/token/get", headers: Guest.basic("0009", "rahasia"))
      #expect(again.code == "200 Token not expired")
      #expect(try await guest.token() == first)
      clock.advance(by: .seconds(86_400))
      #expect(
        try await guest.post("/v1/message/do-send", "{}", headers: Guest.bearer(first)).code
          == "401 Invalid credential")
      #expect(try await guest.token() != first)
    }
  }

  @Test(
    "the second answer can come without the token",
    arguments: [(World.TokenRules.Repeated.noData, false), (.nullData, true)])
  func repeatedWithoutData(repeated: World.TokenRules.Repeated, hasField: Bool) async throws {
    var world = World()
    world.tokens.repeated = repeated
    try await Sandbox(world: world).whileRunning { address in
      let guest = Guest(address: address)
      _ = try await guest.token()
      let again = try await guest.post("/v1/token/get", headers: Guest.basic("0009", "rahasia"))
      #expect(again.code == "200 Token not expired")
      #expect(again.json.keys.contains("data") == hasField)
      #expect(!(again.json["data"] is [String: Any]))
    }
  }

  @Test("a token can die before the time it says, and the next call gives a new one")
  func diesEarly() async throws {
    var world = World()
    world.tokens.diesAfter = .seconds(3600)
    let clock = TestClock()
    try await Sandbox(world: world, time: clock.time).whileRunning { address in
      let guest = Guest(address: address)
      let first = try await guest.token()
      clock.advance(by: .seconds(3599))
      #expect(try await guest.token() == first)
      clock.advance(by: .seconds(1))
      let refused = try await guest.post("/v1/message/do-send", "{}", headers: Guest.bearer(first))
      #expect(refused.code == "401 Invalid credential")
      #expect(try await guest.token() != first)
    }
  }

  @Test("a revoked token is refused before its time, and the next call gives a new one")
  func revoked() async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      let first = try await guest.token()
      try await guest.post("/sandbox/tokens/revoke")
      let refused = try await guest.post("/v1/message/do-send", "{}", headers: Guest.bearer(first))
      #expect(refused.code == "401 Invalid credential")
      #expect(try await guest.token() != first)
    }
  }

  @Test("a wrong secret or client is 401; no header, or one of another kind, is 406")
  func refused() async throws {
    try await Sandbox().whileRunning { address async throws in
      let guest = Guest(address: address)
      let path = "/v1/token/get"
      #expect(
        try await guest.post(path, headers: Guest.basic("0009", "salah")).code == "401 Invalid credential")
      #expect(
        try await guest.post(path, headers: Guest.basic("8", "rahasia")).code == "401 Invalid credential")
      #expect(try await guest.post(path).code == "406 Auth not recognize")
      #expect(try await guest.post(path, headers: Guest.bearer("x")).code == "406 Auth not recognize")
      #expect(
        try await guest.post(path, headers: ["Authorization": "Basic ???"]).code == "406 Auth not recognize")
    }
  }

  @Test(
    "whatever real clients send along with the call for a token is taken",
    arguments: [nil, "", "[]", "{}", "--b--\r\n", "{\"broken\":"] as [String?])
  func bodies(body: String?) async throws {
    try await Sandbox().whileRunning { address async throws in
      let guest = Guest(address: address)
      #expect(
        try await guest.post("/v1/token/get/", body, headers: Guest.basic("9", "rahasia")).code
          == "200 Success")
    }
  }
}
