import Foundation
import Journal
import TestSupport
import Testing

@testable import Service

/// A call from the customer's message to the customer's answer.
@Suite("a call through the whole daemon", .timeLimit(.minutes(1)))
struct CallWayTests {
  private static func bot(_ port: Int) -> String {
    """
    services:
      erp:
        base: http://127.0.0.1:\(port)
        headers: {Authorization: "Bearer {secret.erp_key}"}
        timeout: 20s
        failed:
          - say: "Gangguan {call.status}"
    scenarios:
      order:
        keywords: [pesan]
        steps:
          - call: POST erp/orders
            send: {text: "{message.text}"}
            save: order
          - say: "Pesanan {order.id}"
      hurry:
        keywords: [cepat]
        steps:
          - call: GET erp/slow
            timeout: 300ms
          - say: "Cepat"
      question:
        keywords: [satu, dua, lain]
        reply: "Apa {message.text}?"
    default:
      reply: "Maaf."

    """
  }

  private func settings(_ service: ScriptedServer) -> String {
    "call: {private: [\"127.0.0.1:\(service.port)\"]}"
  }

  /// Written now: of late messages only the newest is answered.
  private func message(id: String, text: String, sender: String = "628989229471") -> String {
    Samples.message(id: id, text: text, sender: sender, timestamp: Int(Date().timeIntervalSince1970))
  }

  private func said(_ count: Int, to provider: SmallProvider) async -> [String] {
    while provider.messages.count < count { await Task.yield() }
    return provider.messages.map(\.text)
  }

  @Test(
    "its answer comes back to the customer, and messages written meanwhile are answered after it, in order")
  func answered() async throws {
    let gate = Gate()
    try await ScriptedServer.run { _ in
      await gate.pass()
      return .answer(http: 201, body: #"{"id": "INV-1"}"#)
    } _: { service in
      let bench = SmallProvider()
      let counts = try await DaemonBench.run(
        provider: bench, bot: Self.bot(service.port), settings: settings(service)
      ) { daemon in
        for (id, text) in [("1", "pesan"), ("2", "satu"), ("3", "dua")] {
          _ = try await daemon.post(message(id: id, text: text))
        }
        while service.requests.isEmpty { await Task.yield() }
        let request = service.requests[0]
        #expect(request.headers["authorization"] == "Bearer s3cret")
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"text":"pesan"}"#)
        // Another customer does not wait.
        _ = try await daemon.post(message(id: "4", text: "lain", sender: "628111222333"))
        let other = await said(1, to: bench)
        #expect(other == ["Apa lain?"])
        let metrics = try await daemon.monitor("/metrics").body
        #expect(metrics.contains("balas_calls_running 1"), "\(metrics)")
        gate.open(1)
        #expect(await said(4, to: bench).dropFirst() == ["Pesanan INV-1", "Apa satu?", "Apa dua?"])
        #expect(
          try await daemon.monitor("/metrics").body.contains(#"balas_calls_total{outcome="answered"} 1"#))
      }
      #expect(service.requests.count == 1)
      #expect(counts.calls == ["ended": 1])
      #expect(counts.inbox == ["done": 5])
    }
  }

  @Test("what is not 2xx, not JSON or too late takes the way of failure, and the log says what happened")
  func failures() async throws {
    let log = RecordedLog()
    try await ScriptedServer.run(manners: .init(method: nil)) { request in
      if request.path == "/slow" { return .stall("") }
      return request.number == 1 ? .answer(http: 503, body: "{}") : .answer(http: 200, body: "<html>")
    } _: { service in
      let bench = SmallProvider()
      try await DaemonBench.run(
        provider: bench, bot: Self.bot(service.port), settings: settings(service), log: log
      ) { daemon in
        for (n, text) in ["pesan", "pesan", "cepat"].enumerated() {
          _ = try await daemon.post(message(id: "\(n)", text: text))
        }
        #expect(
          await said(3, to: bench) == ["Gangguan 503", "Gangguan 200", "Gangguan timeout"])
      }
      #expect(log.text.contains("127.0.0.1:\(service.port) answered 503."))
      #expect(!log.text.contains("s3cret"))
    }
  }

  @Test("a host that is not allowed is not called, and the log says what to add where")
  func notAllowed() async throws {
    let log = RecordedLog()
    try await ScriptedServer.run { _ in
      .answer(http: 200, body: "{}")
    } _: { service in
      let bench = SmallProvider()
      try await DaemonBench.run(provider: bench, bot: Self.bot(service.port), log: log) { daemon in
        _ = try await daemon.post(message(id: "1", text: "pesan"))
        #expect(await said(1, to: bench) == ["Gangguan unreachable"])
      }
      #expect(service.requests.isEmpty)
      #expect(
        log.text.contains("add `127.0.0.1:\(service.port)` to `call.private` in balas.yaml"), "\(log.text)")
    }
  }
}
