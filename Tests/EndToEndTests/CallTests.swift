import Foundation
import Ledger
import TestSupport
import Testing

/// Calls of scenarios, by the program itself.
@Suite("calls of the program", .timeLimit(.minutes(2)))
struct CallTests {
  private static func bot(_ port: Int) -> String {
    """
    services:
      erp: {base: "http://127.0.0.1:\(port)", timeout: 60s, failed: [{say: "Gangguan {call.status}"}]}
    scenarios:
      order:
        keywords: [pesan]
        steps:
          - call: POST erp/orders
            save: order
          - say: "Pesanan {order.id}"
      question:
        keywords: [tanya]
        reply: "Jawab {message.text}"
    default:
      reply: "Maaf"
    """
  }

  @Test("a call whose answer dies with the daemon is made once more with its key, and messages wait for it")
  func death() async throws {
    let premises = try Premises()
    let ledger = try LineFile<ProviderLine>()
    try await ScriptedServer.run { request in
      request.number == 1 ? .stall("") : .answer(http: 200, body: #"{"id": 7}"#)
    } _: { service in
      try await ProviderStandIn.serving(ledger: ledger) { provider in
        try premises.configure(provider: provider.baseURL)
        let file = premises.file("balas.yaml")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try (text + "\ncall: {private: [\"127.0.0.1:\(service.port)\"]}\n").write(
          toFile: file, atomically: true, encoding: .utf8)
        try Self.bot(service.port).write(
          toFile: premises.file("bot/bot.yaml"), atomically: true, encoding: .utf8)

        let first = try DaemonProcess(premises)
        try await first.ready()
        try await post("1", "pesan", to: premises)
        try await post("2", "tanya satu", to: premises)
        while service.requests.isEmpty { await Task.yield() }
        first.send(SIGKILL)
        #expect(await first.end() == SIGKILL)

        let second = try DaemonProcess(premises)
        try await second.ready()
        while ledger.lines.count < 2 { await Task.yield() }
        second.send(SIGTERM)
        #expect(await second.end() == 0, "\(premises.logText)")

        // Whoever starts now has nothing to make.
        let third = try DaemonProcess(premises)
        try await third.ready()
        third.send(SIGTERM)
        #expect(await third.end() == 0, "\(premises.logText)")
      }
      #expect(ledger.lines.map(\.content) == ["Pesanan 7", "Jawab tanya satu"])
      let keys = service.requests.map { $0.headers["idempotency-key"] }
      #expect(keys.count == 2 && keys[0] != nil && keys[0] == keys[1])
    }
  }

  private func post(_ id: String, _ text: String, to premises: Premises) async throws {
    let caller = try Caller(port: premises.ports.callback)
    caller.send(try premises.callback(message: id, text: text))
    #expect(try await caller.answer().body == #"{"status":"000"}"#)
  }
}
