import Dialogue
import Gateway
import NIOCore
import NIOPosix
import TestSupport
import Testing
import Wappin

@Suite("calls without an answer", .timeLimit(.minutes(1)))
struct LostAnswerTests {
  private static let head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"

  @Test(
    "an answer that is lost after the request left makes the send ambiguous, and it is sent once only",
    arguments: [
      (ScriptedServer.Reaction.reset, "reset"),
      (.raw(""), "reset"),
      (.raw("HTTP/1.1 200 OK\r\nContent-Le"), "reset"),
      (.raw(head + #"{"status":"200""#), "reset"),
      (.raw("220 smtp.example.com ready\r\n"), "reset"),
    ])
  func lost(reaction: ScriptedServer.Reaction, code: String) async throws {
    try await ScriptedServer.run { _ in
      reaction
    } _: { provider in
      let result = try await withClient(provider.url) { await $0.send(Wire.text()) }
      #expect(result.outcome == .ambiguous)
      #expect(result.code == code)
      #expect(result.detail == "The answer was lost: the connection broke off.")
      #expect(provider.requests.count == 1)
    }
  }

  @Test(
    "a provider that hangs is given up, before its answer, in its head or in its body",
    arguments: ["", "HTTP/1.1 200", head + "{"])
  func hanging(sent: String) async throws {
    try await ScriptedServer.run { _ in
      .stall(sent)
    } _: { provider in
      // On a busy machine a short limit may be over before the request has left: then it is no test yet.
      for limit in [300, 1_000, 5_000, 20_000] {
        var limits = WappinLimits()
        limits.call = .milliseconds(limit)
        let result = try await withClient(provider.url, limits: limits) { await $0.send(Wire.text()) }
        if result.outcome == .notSent { continue }
        #expect(result.outcome == .ambiguous)
        #expect(result.code == "timeout")
        break
      }
      while provider.requests.isEmpty { await Task.yield() }
      #expect(provider.requests.count == 1)
    }
  }

  @Test("an answer over the limit is not read to its end")
  func tooLarge() async throws {
    let body = String(repeating: "x", count: 65_537)
    try await ScriptedServer.run { _ in
      .answer(http: 200, body: body)
    } _: { provider in
      let result = try await withClient(provider.url) { await $0.send(Wire.text()) }
      #expect(result.outcome == .ambiguous)
      #expect(result.code == "too-large")
    }
  }

  @Test("a refused connection sends nothing")
  func refused() async throws {
    let url = try await ScriptedServer.run { _ in
      .reset
    } _: {
      $0.url
    }
    let result = try await withClient(url) { await $0.send(Wire.text()) }
    #expect(result.outcome == .notSent)
    #expect(result.code == "refused")
    #expect(result.detail == "The provider was not reached: nobody at its address takes connections.")
  }

  @Test("a name nobody knows sends nothing")
  func unknownName() async throws {
    let result = try await withClient("http://name.invalid") { await $0.send(Wire.text()) }
    #expect(result.outcome == .notSent)
    #expect(result.code == "dns")
    #expect(result.detail == "The provider was not reached: the name service does not know its name.")
  }

  @Test("a TLS handshake that fails sends nothing")
  func noTLS() async throws {
    let result = try await GarbageListener.run { port in
      try await withClient("https://127.0.0.1:\(port)") { await $0.send(Wire.text()) }
    }
    #expect(result.outcome == .notSent)
    #expect(result.code == "tls")
    #expect(result.detail == "The provider was not reached: it does not speak TLS as it should.")
  }

  @Test("a listener that takes nobody in sends nothing")
  func connectTimeout() async throws {
    var limits = WappinLimits()
    limits.connect = .milliseconds(200)
    let result = try await FullBacklog.run { [limits] port in
      try await withClient("http://127.0.0.1:\(port)", limits: limits) { await $0.send(Wire.text()) }
    }
    #expect(result.outcome == .notSent)
    #expect(result.code == "connect-timeout")
    #expect(result.detail == "The provider was not reached: it did not take the connection in time.")
  }

  @Test("an idle connection the provider has closed is not used again")
  func staleConnection() async throws {
    var manners = ScriptedServer.Manners()
    manners.closesAfterAnswer = true
    try await ScriptedServer.run(manners: manners) { _ in
      .answer(http: 200, body: Wire.good)
    } _: { provider in
      try await withClient(provider.url) { client in
        for _ in 0..<50 {
          let result = await client.send(Wire.text())
          // Either the close was seen and a new connection made, or it was not and the request may have left.
          #expect(result.outcome == .accepted || result.code == "reset")
        }
      }
      #expect(provider.complaints == [])
    }
  }

  @Test("cancelling the caller does not stop a send that has begun")
  func cancelled() async throws {
    let (arrived, arrival) = AsyncStream.makeStream(of: Void.self)
    let (released, release) = AsyncStream.makeStream(of: Void.self)
    try await ScriptedServer.run { _ in
      arrival.yield()
      for await _ in released { break }
      return .answer(http: 200, body: Wire.good)
    } _: { provider in
      try await withClient(provider.url) { client in
        let send = Task { await client.send(Wire.text()) }
        for await _ in arrived { break }
        send.cancel()
        release.yield()
        let result = await send.value
        #expect(result.outcome == .accepted)
        #expect(result.messageID == "5d31a231ab0ea")
      }
    }
  }
}
