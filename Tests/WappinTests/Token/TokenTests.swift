import Dialogue
import Gateway
import TestSupport
import Testing
import Wappin

@Suite("tokens")
struct TokenTests {
  private static let basic = "Basic MDAwOTpnZWhlaW0="

  /// Accepts what carries one of `tokens`, and gives out the answers of `calls` to token calls, the last for ever.
  private func script(_ tokens: Set<String>, calls: [ScriptedServer.Reaction]) -> ScriptedServer.Script {
    { request in
      if request.path == Wire.tokenPath { return calls[min(request.number, calls.count) - 1] }
      let bearer = request.headers["authorization"] ?? ""
      return tokens.contains { bearer == "Bearer \($0)" }
        ? .answer(http: 200, body: Wire.good)
        : .answer(http: 401, body: #"{"status":"401","message":"Invalid credential"}"#)
    }
  }

  private let unchanged = ScriptedServer.Reaction.answer(
    http: 200, body: #"{"status":"200","message":"Token not expired","data":null}"#)

  @Test("the first send asks for a token with client id and secret, and stores it")
  func first() async throws {
    let store = MemoryTokenStore()
    try await ScriptedServer.run(script(["new"], calls: [Wire.token("new")])) { provider in
      try await withClient(provider.url, store: store) { client in
        #expect(await client.send(Wire.text()).outcome == .accepted)
        #expect(await client.send(Wire.text()).outcome == .accepted)
        #expect(await client.knownTokens(clientID: "0009") == ["new"])
      }
      #expect(provider.requests.map(\.path) == [Wire.tokenPath, Wire.textPath, Wire.textPath])
      #expect(provider.requests.first?.headers["authorization"] == Self.basic)
      #expect(
        store.tokens["0009"]
          == AccessToken(
            value: "new", issuedAt: .start, expiresAt: .start + .seconds(86_400), generation: 1))
    }
  }

  @Test("fifty sends that find no token share one call")
  func singleFlight() async throws {
    try await ScriptedServer.run(script(["new"], calls: [Wire.token("new")])) { provider in
      try await withClient(provider.url, store: MemoryTokenStore()) { client in
        await withTaskGroup(of: Void.self) { group in
          for _ in 0..<50 {
            group.addTask { #expect(await client.send(Wire.text()).outcome == .accepted) }
          }
        }
      }
      #expect(provider.requests(to: Wire.tokenPath).count == 1)
    }
  }

  @Test("fifty sends whose token is refused share one renewal, and each is sent again once")
  func singleFlightAfterRefusal() async throws {
    let store = MemoryTokenStore(["0009": Wire.stored])
    try await ScriptedServer.run(script(["new"], calls: [Wire.token("new")])) { provider in
      try await withClient(provider.url, store: store) { client in
        await withTaskGroup(of: Void.self) { group in
          for _ in 0..<50 {
            group.addTask { #expect(await client.send(Wire.text()).outcome == .accepted) }
          }
        }
        #expect(await client.knownTokens(clientID: "0009") == ["new", "stored"])
      }
      #expect(provider.requests(to: Wire.tokenPath).count == 1)
      #expect(provider.requests(to: Wire.textPath).count <= 100)
      #expect(store.tokens["0009"]?.generation == 2)
    }
  }

  @Test(
    "a fresh token that is refused as well is a matter for the operator, and no reason to ask again at once")
  func refusedTwice() async throws {
    let clock = StandingClock()
    try await ScriptedServer.run(script([], calls: [Wire.token("new"), Wire.token("newer")])) { provider in
      try await withClient(provider.url, clock: clock) { client in
        let first = await client.send(Wire.text())
        #expect(first.outcome == .config)
        #expect(first.code == "401")
        #expect(provider.requests(to: Wire.textPath).count == 2)
        clock.advance(by: .seconds(29))
        #expect(await client.send(Wire.text()).outcome == .config)
        #expect(provider.requests(to: Wire.tokenPath).count == 1)
        #expect(provider.requests(to: Wire.textPath).count == 3)
        clock.advance(by: .seconds(1))
        #expect(await client.send(Wire.text()).outcome == .config)
        #expect(provider.requests(to: Wire.tokenPath).count == 2)
      }
    }
  }

  @Test("a token is renewed at four fifths of its life, while sends go on with the old one")
  func early() async throws {
    let clock = StandingClock()
    let end = Timestamp.start + .seconds(172_800)
    try await ScriptedServer.run(script(["stored", "new"], calls: [Wire.token("new", expires: end)])) {
      provider in
      try await withClient(provider.url, clock: clock) { client in
        clock.advance(by: .seconds(69_119))
        _ = await client.send(Wire.text())
        #expect(provider.requests(to: Wire.tokenPath).isEmpty)
        clock.advance(by: .seconds(1))
        #expect(await client.send(Wire.text()).outcome == .accepted)
        while await client.knownTokens(clientID: "0009").first != "new" { await Task.yield() }
        _ = await client.send(Wire.text())
        #expect(provider.requests(to: Wire.tokenPath).count == 1)
        #expect(provider.requests.last?.headers["authorization"] == "Bearer new")
      }
    }
  }

  @Test(
    "if the provider gives the same token again, it is asked 60 s before the end, at the end, and then no more"
  )
  func sameExpiry() async throws {
    let clock = StandingClock()
    let end = Timestamp.start + .seconds(86_400)
    let same = Wire.token("stored", expires: end)
    let store = MemoryTokenStore(["0009": Wire.stored])
    try await ScriptedServer.run(script(["stored"], calls: [same, unchanged, same])) { provider in
      try await withClient(provider.url, store: store, clock: clock) { client in
        func calls(after duration: Duration) async -> Int {
          clock.advance(by: duration)
          for _ in 0..<2 { #expect(await client.send(Wire.text()).outcome == .accepted) }
          return provider.requests(to: Wire.tokenPath).count
        }
        clock.advance(by: .seconds(69_120))
        _ = await client.send(Wire.text())
        while store.saveCount < 1 { await Task.yield() }
        #expect(await calls(after: .seconds(17_000)) == 1, "still before 60 s before its end")
        clock.advance(by: .seconds(221))
        _ = await client.send(Wire.text())
        while store.saveCount < 2 { await Task.yield() }
        #expect(await calls(after: .seconds(58)) == 2)
        #expect(await calls(after: .seconds(1)) == 3, "at its end")
        #expect(await calls(after: .seconds(100_000)) == 3, "only a refusal would tell")
      }
    }
  }

  @Test("'Token not expired' without the token goes on with the stored one")
  func unchangedWithStored() async throws {
    try await ScriptedServer.run { [unchanged] request in
      if request.path == Wire.tokenPath { return unchanged }
      return request.number == 1
        ? .answer(http: 200, body: #"{"status":401,"message":"Invalid credential"}"#)
        : .answer(http: 200, body: Wire.good)
    } _: { provider in
      let result = try await withClient(provider.url) { await $0.send(Wire.text()) }
      #expect(result.outcome == .accepted)
      #expect(provider.requests.map(\.path) == [Wire.textPath, Wire.tokenPath, Wire.textPath])
    }
  }

  @Test("'Token not expired' without the token, and none stored, is for the operator")
  func unchangedWithoutStored() async throws {
    try await ScriptedServer.run { [unchanged] _ in
      unchanged
    } _: { provider in
      let result = try await withClient(provider.url, store: MemoryTokenStore()) {
        await $0.send(Wire.text())
      }
      #expect(result.outcome == .config)
      #expect(result.code == "token-unknown")
      #expect(provider.requests(to: Wire.textPath).isEmpty)
    }
  }

  @Test(
    "a token call that is refused says what the operator must do",
    arguments: [("401", "client_id or secret"), ("406", "header"), ("407", "allow list")])
  func refused(status: String, words: String) async throws {
    try await ScriptedServer.run { _ in
      .answer(http: 200, body: #"{"status":"\#(status)","message":"No"}"#)
    } _: { provider in
      try await withClient(provider.url, store: MemoryTokenStore()) { client in
        let result = await client.send(Wire.text())
        #expect(result.outcome == .config)
        #expect(result.code == "token-\(status)")
        #expect(result.detail.contains(words))
        #expect(await client.send(Wire.text()).outcome == .config)
      }
      #expect(provider.requests.count == 1, "not asked again within 30 s")
    }
  }

  @Test(
    "a token call that fails otherwise sends nothing and says when it is worth another try",
    arguments: [
      (ScriptedServer.Reaction.reset, SendOutcome.notSent), (.answer(http: 500, body: "<html>"), .notSent),
      (.answer(http: 200, body: "<html>"), .notSent),
      (.answer(http: 200, body: #"{"status":"999"}"#), .notSent),
      (.answer(http: 429, headers: ["Retry-After": "9"], body: ""), .throttled),
      (.answer(http: 404, body: "<html>"), .config),
    ])
  func failing(reaction: ScriptedServer.Reaction, outcome: SendOutcome) async throws {
    let clock = StandingClock()
    try await ScriptedServer.run(script(["new"], calls: [reaction, Wire.token("new")])) { provider in
      try await withClient(provider.url, store: MemoryTokenStore(), clock: clock) { client in
        let result = await client.send(Wire.text())
        #expect(result.outcome == outcome)
        #expect(result.code.hasPrefix("token-"))
        clock.advance(by: .seconds(30))
        #expect(await client.send(Wire.text()).outcome == .accepted)
      }
      #expect(provider.requests(to: Wire.tokenPath).count == 2)
    }
  }

  @Test("an expired token is replaced before the send")
  func expired() async throws {
    let clock = StandingClock(.start + .seconds(90_000))
    let end = Timestamp.start + .seconds(200_000)
    try await ScriptedServer.run(script(["new"], calls: [Wire.token("new", expires: end)])) { provider in
      let result = try await withClient(provider.url, clock: clock) { await $0.send(Wire.text()) }
      #expect(result.outcome == .accepted)
      #expect(provider.requests.map(\.path) == [Wire.tokenPath, Wire.textPath])
    }
  }

  @Test("a client without a secret is for the operator")
  func noSecret() async throws {
    var message = Wire.text()
    message.channel.clientID = "0010"
    let result = try await withClient("http://127.0.0.1:1") { [message] in await $0.send(message) }
    #expect(result.outcome == .config)
    #expect(result.code == "secret")
  }

  @Test("a person who asks for a new token gets one, but not twice in 30 s")
  func onDemand() async throws {
    let clock = StandingClock()
    try await ScriptedServer.run(script([], calls: [Wire.token("a"), Wire.token("b")])) { provider in
      try await withClient(provider.url, clock: clock) { client in
        let first = try await client.renew(clientID: "0009")
        #expect(first.value == "a")
        let second = try await client.renew(clientID: "0009")
        #expect(second.value == "a")
        clock.advance(by: .seconds(30))
        let third = try await client.renew(clientID: "0009")
        #expect(third.value == "b")
        let current = try await client.currentToken(clientID: "0009")
        #expect(current.previousValue == "a")
      }
    }
  }
}
