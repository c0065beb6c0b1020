import Logging
import HummingbirdCore
import Hummingbird
import Journal
import NIOCore
import TestSupport
import Testing

@testable import Service

/// The receiver as callers meet it: bytes on a socket.
@Suite struct LiveReceiverTests {
  private let acknowledged = #"{"status":"000"}"#

  @Test("a wrong or missing bearer is refused before any of the body is sent", arguments: ["wrong", nil])
  func refusedUnread(token: String?) async throws {
    try await LiveReceiver.serving { live in
      let caller = try live.caller()
      caller.send(LiveReceiver.head("Content-Length: 200000", "Expect: 100-continue", token: token))
      let answer = try await caller.answer()
      #expect(answer.status == 401)
      #expect(answer.headers["www-authenticate"] == "Bearer")
      #expect(answer.headers["connection"] == "close")
      #expect(try await caller.end() == "")
      #expect(live.metric("balas_callbacks_refused_total{code=\"401\"}") == "1")
    }
  }

  @Test("a caller that waits to be asked for its body is asked, once a request")
  func awaitedBody() async throws {
    try await LiveReceiver.serving { live in
      let caller = try live.caller()
      for id in ["a", "b"] {
        let body = Samples.message(id: id)
        caller.send(LiveReceiver.head("Content-Length: \(body.utf8.count)", "Expect: 100-continue"))
        let interim = try await caller.answer()
        #expect(interim.status == 100)
        #expect(interim.headers.isEmpty)
        caller.send(body)
        let answer = try await caller.answer()
        #expect(answer.status == 200)
        #expect(answer.body == acknowledged)
      }
      #expect(try await live.house.journal.counts().inbox == ["new": 2])
    }
  }

  @Test("a body that says it is too large is refused before it is sent")
  func declaredTooLarge() async throws {
    try await LiveReceiver.serving { live in
      let caller = try live.caller()
      caller.send(LiveReceiver.head("Content-Length: 262145", "Expect: 100-continue"))
      #expect(try await caller.answer().status == 413)
      #expect(try await caller.end() == "")
    }
  }

  @Test("a body that does not say how large it is is refused when it is too large")
  func chunkedTooLarge() async throws {
    try await LiveReceiver.serving { live in
      let caller = try live.caller()
      let chunk = "10000\r\n" + String(repeating: " ", count: 0x10000) + "\r\n"
      caller.send(LiveReceiver.head("Transfer-Encoding: chunked"))
      for _ in 0..<4 { caller.send(chunk) }
      // To the last byte it might still be within the limit.
      caller.send("1\r\n \r\n")
      #expect(try await caller.answer().status == 413)
      #expect(try await caller.end() == "")
      #expect(live.metric("balas_callbacks_refused_total{code=\"413\"}") == "1")
    }
  }

  @Test(
    "a caller that stalls in its head is cut off",
    arguments: ["", "POST /call", "POST /callback HTTP/1.1\r\nHo"])
  func stalledHead(_ beginning: String) async throws {
    try await LiveReceiver.serving(LiveReceiver.limits { $0.head = .milliseconds(50) }) { live in
      let caller = try live.caller()
      caller.send(beginning)
      #expect(try await caller.end() == "")
    }
  }

  @Test("a caller that stalls in its second head is cut off as well")
  func stalledSecondHead() async throws {
    try await LiveReceiver.serving(LiveReceiver.limits { $0.head = .milliseconds(50) }) { live in
      let caller = try live.caller()
      caller.send(LiveReceiver.callback(Samples.message()))
      #expect(try await caller.answer().body == acknowledged)
      caller.send("POST /callback HTTP/1.1\r\n")
      #expect(try await caller.end() == "")
    }
  }

  @Test("a caller that stalls in its body is cut off, and nothing is kept of it")
  func stalledBody() async throws {
    try await LiveReceiver.serving(LiveReceiver.limits { $0.body = .milliseconds(50) }) { live in
      let caller = try live.caller()
      let whole = LiveReceiver.callback(Samples.message())
      caller.send(String(whole.dropLast(20)))
      #expect(try await caller.end() == "")
      #expect(live.metric("balas_callbacks_refused_total{code=\"413\"}") == "0")
      let next = try live.caller()
      next.send(whole)
      #expect(try await next.answer().body == acknowledged)
      let counts = try await live.house.journal.counts()
      #expect(counts.inbox == ["new": 1])
      #expect(counts.quarantine == 0)
    }
  }

  @Test("a server that is to stop waits a moment for a caller that stalls, and no longer")
  func stalledAtStop() async throws {
    let began = ContinuousClock.now
    var stalling: [Caller] = []
    try await LiveReceiver.serving(LiveReceiver.limits { $0.drain = .milliseconds(50) }) { live in
      let whole = LiveReceiver.callback(Samples.message())
      stalling = try ["", String(whole.prefix(30)), String(whole.dropLast(20))].map { beginning in
        let caller = try live.caller()
        caller.send(beginning)
        return caller
      }
      // Its answer tells that those before it were accepted as well.
      let last = try live.caller()
      last.send(whole)
      #expect(try await last.answer().body == acknowledged)
    }
    #expect(ContinuousClock.now - began < .seconds(4))
    for caller in stalling { #expect(try await caller.end() == "") }
  }

  @Test("a server whose task is cancelled ends, with a caller in the middle and one at rest")
  func cancelled() async throws {
    let socket = try ListeningSocket(Endpoint(host: "127.0.0.1", port: 0), for: "listen")
    let server = HTTPServer(
      socket: socket, limits: LiveReceiver.limits(),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) { _, _ in Response(status: .ok) }
    let port = try #require(socket.endpoint?.port)
    let running = Task { try await server.run() }
    let (resting, stalling) = (try Caller(port: port), try Caller(port: port))
    resting.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(try await resting.answer().status == 200)
    stalling.send("GET / HTT")
    running.cancel()
    try await running.value
    #expect(try await resting.end() == "")
    #expect(try await stalling.end() == "")
  }

  @Test("a body that comes in pieces is taken as a whole")
  func pieces() async throws {
    try await LiveReceiver.serving { live in
      let caller = try live.caller()
      for byte in Array(LiveReceiver.callback(Samples.message()).utf8) { caller.send([byte]) }
      #expect(try await caller.answer().body == acknowledged)
      #expect(try await live.house.journal.counts().inbox == ["new": 1])
    }
  }

  @Test("callers that stall hold nobody else up")
  func slowCallers() async throws {
    try await LiveReceiver.serving { live in
      let whole = LiveReceiver.callback(Samples.message())
      let slow = try (0..<50).map { index in
        let caller = try live.caller()
        caller.send(String(whole.prefix(index * 7)))
        return caller
      }
      let caller = try live.caller()
      for id in 0..<20 {
        caller.send(LiveReceiver.callback(Samples.message(id: "m\(id)")))
        #expect(try await caller.answer().body == acknowledged)
      }
      for (index, caller) in slow.enumerated() {
        caller.send(String(whole.dropFirst(index * 7)))
        #expect(try await caller.answer().body == acknowledged)
      }
      #expect(try await live.house.journal.counts().inbox == ["new": 21])
    }
  }

  @Test("connections over the limit are turned away, and those within it go on working")
  func connectionLimit() async throws {
    try await LiveReceiver.serving(LiveReceiver.limits { $0.connections = 3 }) { live in
      let callers = try (0..<3).map { _ in try live.caller() }
      func message(_ id: Int) -> String { LiveReceiver.callback(Samples.message(id: "m\(id)")) }
      for (id, caller) in callers.enumerated() {
        caller.send(message(id))
        #expect(try await caller.answer().body == acknowledged)
      }
      let fourth = try live.caller()
      fourth.send(message(3))
      let answer = try await fourth.answer()
      #expect(answer.status == 503)
      #expect(answer.headers["retry-after"] == "1")
      #expect(try await fourth.end() == "")
      let idle = try (0..<2).map { _ in try live.caller() }
      for (id, caller) in callers.enumerated() {
        caller.send(message(10 + id))
        #expect(try await caller.answer().body == acknowledged)
      }
      #expect(live.metric("balas_callbacks_shed_total") == "1")
      #expect(try await live.house.journal.counts().inbox == ["new": 6])
      withExtendedLifetime(idle) {}
    }
  }

  @Test("a connection far over the limit is closed at once, and one that ends makes room")
  func farOverLimit() async throws {
    try await LiveReceiver.serving(LiveReceiver.limits { $0.connections = 1 }) { live in
      var first: Caller? = try live.caller()
      first?.send(LiveReceiver.callback(Samples.message(id: "a")))
      #expect(try await first?.answer().body == acknowledged)
      let second = try live.caller()
      let third = try live.caller()
      #expect(try await third.end() == "")
      second.send(LiveReceiver.callback(Samples.message(id: "b")))
      #expect(try await second.answer().status == 503)
      #expect(try await second.end() == "")
      first = nil
      // The server hears of the end a moment later.
      for attempt in 0... {
        let next = try live.caller()
        next.send(LiveReceiver.callback(Samples.message(id: "c")))
        if try await next.answer().status == 200 { break }
        #expect(attempt < 100)
        guard attempt < 100 else { break }
      }
    }
  }

  @Test("a head with too many or too large fields ends its connection and nothing else")
  func hugeHead() async throws {
    try await LiveReceiver.serving { live in
      for fields in [
        (0..<100).map { "X-\($0): y" }, ["X-Large: " + String(repeating: "y", count: 20_000)],
      ] {
        let caller = try live.caller()
        caller.send(LiveReceiver.head(fields.joined(separator: "\r\n"), "Content-Length: 0"))
        #expect(!(try await caller.end()).contains("200 OK"))
      }
      let next = try live.caller()
      next.send(LiveReceiver.callback(Samples.message()))
      #expect(try await next.answer().body == acknowledged)
    }
  }

  @Test("what nobody can make sense of is acknowledged on the same connection, kept aside and counted")
  func quarantine() async throws {
    try await LiveReceiver.serving { live in
      let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
      var bodies: [[UInt8]] = [
        deep, "hello", "", Samples.message(project: "99"),
        Samples.message().replacing("\"message\"}", with: "\"reaction\"}"),
      ].map { Array($0.utf8) }
      bodies.append([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])
      let caller = try live.caller()
      for (count, body) in bodies.enumerated() {
        caller.send(Array(LiveReceiver.head("Content-Length: \(body.count)").utf8) + body)
        let answer = try await caller.answer()
        #expect(answer.status == 200)
        #expect(answer.body == acknowledged)
        #expect(try await live.house.journal.counts().quarantine == count + 1)
        #expect(live.metric("balas_callbacks_total{kind=\"quarantined\"}") == "\(count + 1)")
      }
      #expect(try await live.house.journal.counts().inbox.isEmpty)
    }
  }
}
