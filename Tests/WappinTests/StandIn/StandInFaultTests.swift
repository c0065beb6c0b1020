import Dialogue
import Gateway
import Sandbox
import Testing
import Wappin

/// Every fault of the stand-in, and what the client makes of it.
@Suite("faults of the stand-in and what the client makes of them", .timeLimit(.minutes(1)))
struct StandInFaultTests {
  @Test(
    "a send that goes wrong is told apart: taken, surely not sent, to be waited for, or not to be known",
    arguments: [
      ("kind=latency,delay=50ms", SendOutcome.accepted, true),
      ("kind=latency,delay=5s,when=after", .ambiguous, true),
      ("kind=hang,when=before", .ambiguous, false), ("kind=hang,when=after", .ambiguous, true),
      ("kind=reset,when=before", .ambiguous, false), ("kind=reset,when=after", .ambiguous, true),
      ("kind=http,status=500,when=before", .ambiguous, false),
      ("kind=http,status=502,when=after", .ambiguous, true),
      ("kind=http,status=503", .ambiguous, false), ("kind=http,status=503,retry_after=7", .throttled, false),
      ("kind=html", .ambiguous, false), ("kind=html,status=502,when=after", .ambiguous, true),
      ("kind=truncated", .ambiguous, true), ("kind=unauthorized,status=401", .throttled, false),
      ("kind=unauthorized", .throttled, false), ("kind=rate-limit,retry_after=9", .throttled, false),
      ("kind=rate-limit,status=200", .throttled, false),
      ("kind=code,code=999,message=Busy", .rejected, false), ("kind=outage,for=30s", .ambiguous, false),
    ])
  func send(fault: String, outcome: SendOutcome, isTaken: Bool) async throws {
    try await StandIn.serving { client, sandbox in
      // The token is there: what goes wrong is the send.
      _ = try await client.currentToken(clientID: "0009")
      _ = try await sandbox.switchboard.set(try Fault(line: fault))
      let result = await client.send(StandIn.message(.text("hai")))
      #expect(result.outcome == outcome, "\(result)")
      if fault.contains("retry_after=") {
        #expect(result.retryAfter == .seconds(fault.contains("=9") ? 9 : 7), "\(result)")
      }
      let received = await sandbox.switchboard.allMessages.filter { $0.author == .business }
      #expect(received.count == (isTaken ? 1 : 0))
    }
  }

  @Test(
    "a call for a token that goes wrong sends nothing",
    arguments: [
      "kind=reset,call=token", "kind=http,status=500,call=token", "kind=html,call=token",
      "kind=truncated,call=token", "kind=hang,call=token", "kind=rate-limit,call=token",
    ])
  func token(fault: String) async throws {
    try await StandIn.serving(faults: [fault]) { client, sandbox in
      let result = await client.send(StandIn.message(.text("hai")))
      #expect([.notSent, .throttled].contains(result.outcome), "\(result)")
      #expect(await sandbox.switchboard.calls.allSatisfy { !$0.path.contains("do-send") })
    }
  }

  @Test(
    "a callback with an oddity of the provider's is read as what it is",
    arguments: [
      ("kind=callback-spelling", "message hai", "sent"), ("kind=callback-null", "message nothing", "sent"),
      ("kind=callback-absent", "message hai", "sent"), ("kind=callback-numbers", "message hai", "sent"),
      ("kind=callback-twice", "message hai", "sent"),
      ("kind=callback-unknown-type", "unreadable", "unreadable"),
    ])
  func callbacks(fault: String, message: String, status: String) async throws {
    var world = StandIn.world
    world.callback.target = CallbackTarget(url: "http://127.0.0.1:9/")
    world.callback.retries = 0
    try await StandIn.serving(world) { client, sandbox in
      let switchboard = sandbox.switchboard
      while await switchboard.callbackAttempts.isEmpty { await Task.yield() }
      let before = await switchboard.callbackAttempts.count
      _ = try await switchboard.set(try Fault(line: fault))
      await switchboard.write(.text("hai"), from: StandIn.customer, to: "16")
      while await switchboard.callbackAttempts.count == before { await Task.yield() }
      let heard = await switchboard.callbackAttempts[before].body
      #expect(Self.gist(heard) == message, "\(heard)")
      let twice = fault == "kind=callback-twice" ? 2 : 1
      while await switchboard.callbackAttempts.count < before + twice { await Task.yield() }
      #expect(await client.send(StandIn.message(.text("halo"))).outcome == .accepted)
      while await switchboard.callbackAttempts.count < before + twice + 1 { await Task.yield() }
      let told = await switchboard.callbackAttempts[before + twice].body
      #expect(Self.gist(told) == status, "\(told)")
    }
  }

  @Test(
    "news that comes early, late, swapped or not at all is read as what it is, in the order in which it comes",
    arguments: [
      ("kind=callback-early", ["sent", "delivered"]),
      ("kind=callback-late,delay=100ms,callback=sent", ["delivered", "sent"]),
      ("kind=callback-swapped", ["delivered", "sent"]), ("kind=callback-lost,callback=sent", ["delivered"]),
      ("kind=callback-read-alone", ["read"]),
    ])
  func order(fault: String, news: [String]) async throws {
    var world = StandIn.world
    world.callback.target = CallbackTarget(url: "http://127.0.0.1:9/")
    world.callback.retries = 0
    try await StandIn.serving(world) { client, sandbox in
      let switchboard = sandbox.switchboard
      while await switchboard.callbackAttempts.isEmpty { await Task.yield() }
      let before = await switchboard.callbackAttempts.count
      _ = try await switchboard.set(try Fault(line: fault))
      #expect(await client.send(StandIn.message(.text("halo"))).outcome == .accepted)
      await switchboard.see(customer: StandIn.customer, project: "16")
      // The customer looks at the chat at once: `read` comes last, whatever came before.
      let expected = news.contains("read") ? news : news + ["read"]
      while await switchboard.callbackAttempts.count < before + expected.count { await Task.yield() }
      let told = await switchboard.callbackAttempts.dropFirst(before).map { Self.gist($0.body) }
      let isLate = fault.contains("late")
      #expect(isLate ? Set(told) == Set(expected) && told.first != "sent" : told == expected, "\(told)")
    }
  }

  /// What the daemon makes of a callback.
  private static func gist(_ body: String) -> String {
    switch WappinCallbackDialect().read(Array(body.utf8)) {
    case .message(let message): "message \(message.text ?? "nothing")"
    case .status(let update): update.status.rawValue
    case .unreadable: "unreadable"
    }
  }
}
