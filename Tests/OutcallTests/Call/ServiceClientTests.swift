import Dialogue
import Outcall
import Testing
import TestSupport

@Suite("one call", .timeLimit(.minutes(1)))
struct ServiceClientTests {
  @Test("JSON goes out with all that a service needs, and the answer comes back as it is")
  func answered() async throws {
    try await CallBench.answering(#"{"id": "INV-1"}"#) { bench async throws in
      let report = try await bench.call(
        path: "/orders?at=1%202", headers: ["Authorization": "Bearer {secret.erp_key}", "X-Name": "Bu {{Ani"])
      #expect(report.ending == .answered)
      #expect(report.outcome == .answered(json: #"{"id": "INV-1"}"#))
      #expect(report.sentence == nil)
      let request = try #require(bench.service.requests.first)
      #expect(request.method == "POST")
      #expect(request.path == "/orders?at=1%202")
      #expect(String(decoding: request.body, as: UTF8.self) == #"{"qty":"2"}"#)
      let expected = [
        "host": bench.place, "content-type": "application/json", "accept": "application/json",
        "user-agent": "balas/test", "idempotency-key": "key-1", "authorization": "Bearer s3cret",
        "x-name": "Bu {Ani", "content-length": "11",
      ]
      for (name, value) in expected { #expect(request.headers[name] == value, "\(name)") }
      #expect(bench.service.complaints == [])
    }
  }

  @Test("a call without a body says nothing of its type", arguments: ["GET", "DELETE"])
  func withoutBody(method: String) async throws {
    try await CallBench.answering("{}") { bench async throws in
      #expect(try await bench.call(method, body: nil).ending == .answered)
      let request = try #require(bench.service.requests.first)
      #expect(request.method == method && request.headers["content-type"] == nil)
    }
  }

  @Test("what is not 2xx fails with its code", arguments: [400, 401, 404, 409, 500, 503])
  func status(code: Int) async throws {
    try await CallBench.scripted({ _ in .answer(http: code, body: "{}") }) { bench async throws in
      let report = try await bench.call()
      #expect(report.outcome == .failed(status: "\(code)"))
      #expect(report.sentence == "\(bench.place) answered \(code).")
    }
  }

  @Test("a redirect is not followed, wherever it leads", arguments: [301, 302, 303, 307, 308])
  func redirect(code: Int) async throws {
    try await CallBench.scripted({ request in
      .answer(http: code, headers: ["Location": "http://\(request.headers["host"] ?? "")/other"], body: "{}")
    }) { bench async throws in
      #expect(try await bench.call().outcome == .failed(status: "\(code)"))
      #expect(bench.service.requests.map(\.path) == ["/orders"])
    }
  }

  @Test(
    "a 2xx that is no JSON fails",
    arguments: ["", "<html>", "{", "{} {}", #"{"a":}"#, String(repeating: "[", count: 60_000)])
  func notJSON(body: String) async throws {
    try await CallBench.answering(body) { bench async throws in
      let report = try await bench.call()
      #expect(report.ending == .notJSON)
      #expect(report.outcome == .failed(status: "200"))
    }
  }

  @Test("an answer may nest 32 levels, and no more")
  func depth() async throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    try await CallBench.answering(nested(32)) { bench async throws in
      #expect(try await bench.call().ending == .answered)
    }
    try await CallBench.answering(nested(33)) { bench async throws in
      #expect(try await bench.call().ending == .notJSON)
    }
  }

  @Test("an answer may have 64 KiB, and no more, whether it says its length or not")
  func size() async throws {
    func text(_ bytes: Int) -> String { "\"" + String(repeating: "x", count: bytes - 2) + "\"" }
    try await CallBench.answering(text(65_536)) { bench async throws in
      #expect(try await bench.call().ending == .answered)
    }
    try await CallBench.answering(text(65_537)) { bench async throws in
      #expect(try await bench.call().outcome == .failed(status: "200"))
    }
    let endless = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + text(200_000)
    try await CallBench.scripted({ _ in .raw(endless) }) { bench async throws in
      #expect(try await bench.call().ending == .tooLarge)
    }
  }

  @Test(
    "a service that hangs is given up in time: before its answer, in its head, in its body",
    arguments: ["", "HTTP/1.1 200 OK\r\nConte", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"])
  func hanging(sent: String) async throws {
    try await CallBench.scripted({ _ in .stall(sent) }) { bench async throws in
      let report = try await bench.call(timeout: .milliseconds(300))
      #expect(report.outcome == .failed(status: "timeout"))
      #expect(report.sentence == "\(bench.place) did not answer within 300 ms.")
    }
  }

  @Test("no author can make a call last longer than the daemon allows")
  func longest() async throws {
    var limits = CallLimits()
    limits.longest = .milliseconds(200)
    let short = limits
    try await CallBench.scripted({ _ in .stall("") }) { bench async throws in
      #expect(try await bench.call(timeout: .seconds(3600), limits: short).ending == .timeout)
    }
  }

  @Test(
    "a connection that breaks off is unreachable, and nothing is sent twice", arguments: ["", "HTTP/1.1 2"])
  func broken(sent: String) async throws {
    try await CallBench.scripted({ _ in .raw(sent) }) { bench async throws in
      #expect(
        try await bench.call(addresses: ["127.0.0.1", "127.0.0.1"]).outcome == .failed(status: "unreachable"))
      #expect(bench.service.requests.count == 1)
    }
    try await CallBench.scripted({ _ in .reset }) { bench async throws in
      #expect(try await bench.call(addresses: ["127.0.0.1", "127.0.0.2"]).ending == .unreachable)
      #expect(bench.service.requests.count == 1)
    }
  }

  @Test("where nobody takes connections, the host's next address is called")
  func nextAddress() async throws {
    try await CallBench.answering("{}") { bench async throws in
      let report = try await bench.call(addresses: ["127.0.0.9", "127.0.0.1"])
      #expect(report.ending == .answered)
      #expect(bench.service.requests.map { $0.headers["host"] } == [bench.place])
      let nobody = try await bench.call(addresses: ["127.0.0.9"])
      #expect(nobody.outcome == .failed(status: "unreachable"))
      #expect(
        nobody.sentence == "\(bench.place) was not reached: nobody at its address takes connections.")
    }
  }

  @Test("a call that is cancelled has no end")
  func cancelled() async throws {
    try await CallBench.scripted({ _ in .stall("") }) { bench async throws in
      let call = Task { try await bench.call() }
      while bench.service.requests.isEmpty { await Task.yield() }
      call.cancel()
      await #expect(throws: CancellationError.self) { try await call.value }
    }
  }

  @Test("a request over 64 KiB is not made")
  func large() async throws {
    try await CallBench.answering("{}") { bench async throws in
      let fits = String(repeating: "x", count: 65_000)
      #expect(try await bench.call(body: "\"\(fits)\"").ending == .answered)
      #expect(try await bench.call(body: "\"\(fits + fits)\"").ending == .refused)
      #expect(try await bench.call(headers: ["X": fits], body: fits).ending == .refused)
      #expect(bench.service.requests.count == 1)
    }
  }

  @Test(
    "a method that no service has is not used", arguments: ["CONNECT", "post", "GET / HTTP/1.1\r\nX:", ""])
  func method(name: String) async throws {
    try await CallBench.answering("{}") { bench async throws in
      #expect(try await bench.call(name).ending == .refused)
      #expect(bench.service.requests.isEmpty)
    }
  }
}
