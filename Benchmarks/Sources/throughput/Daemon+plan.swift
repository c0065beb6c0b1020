import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

extension Daemon {
  /// What each customer writes, one after the other: keywords, a typo, a question left for a keyword, its answer, and
  /// what no scenario knows.
  private static let talk = [
    "halo", "berapa harga produk 17 kak", "pesaan", "kalau produk 80 ada?", "12",
    "boleh minta katalog terbaru dan ongkos kirim ke Bandung",
  ]

  private static func shop(greeting: String) -> String {
    let products = (1...200).map { "  produk-\($0): {keywords: [produk \($0)], reply: Produk \($0) ada.}" }
    return """
      scenarios:
        hello: {keywords: [halo], reply: \(greeting)}
        order:
          keywords: [pesan]
          steps:
            - ask: Berapa kotak?
              expect: number 1-100
              save: qty
            - say: "Siap, {qty} kotak."
      \(products.joined(separator: "\n"))
      default: {reply: "Maaf, saya belum mengerti.", quiet: 0s}
      """
  }

  /// Seconds that `balas plan` takes over so many messages, from the command to its end, while the daemon runs.
  func plan(messages: Int) async throws -> Double {
    try await running(name: "plan", bot: Self.shop(greeting: "Halo!")) { _, url in
      let contacts = (messages + Self.talk.count - 1) / Self.talk.count
      for (turn, text) in Self.talk.enumerated() {
        let left = min(contacts, messages - turn * contacts)
        try await post(text, turn: turn, contacts: left, url: url)
      }
      let home = folder.appendingPathComponent("plan")
      let configuration = home.appendingPathComponent("balas.yaml")
      while try isAtWork(configuration) { try await Task.sleep(for: .milliseconds(100)) }
      try Self.shop(greeting: "Halo Kak!").replacing("produk 17]", with: "barang 17]")
        .write(to: home.appendingPathComponent("bot/bot.yaml"), atomically: true, encoding: .utf8)
      let clock = ContinuousClock()
      let start = clock.now
      let printed = try ChildProcess.output(
        of: binary, ["plan", "--format", "json", "--config", configuration.path],
        environment: Self.credentials, folder: folder)
      let elapsed = (clock.now - start) / .seconds(1)
      struct Report: Decodable {
        struct Channel: Decodable { var same: Int, different: Int }
        var channels: [Channel]
      }
      let report = try JSONDecoder().decode(Report.self, from: Data(printed.utf8))
      let compared = report.channels.map { $0.same + $0.different }.reduce(0, +)
      guard compared == messages, report.channels.allSatisfy({ $0.different > 0 }) else {
        throw Failure("plan compared \(compared) of \(messages) messages:\n\(printed)")
      }
      return elapsed
    }
  }

  /// One message of each contact; all are taken when it returns.
  private func post(_ text: String, turn: Int, contacts: Int, url: String) async throws {
    let workers = connections
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      for worker in 0..<workers {
        tasks.addTask {
          for contact in stride(from: worker, to: contacts, by: workers) {
            var request = HTTPClientRequest(url: url)
            request.method = .POST
            request.headers = [
              "Content-Type": "application/json", "Authorization": "Bearer benchmark-bearer",
            ]
            let fields = [
              "message_id": "plan\(turn)-\(contact)", "client_id": "0009", "client_name": "toko",
              "project_id": "16", "project_name": "TOKO", "sender_number": "62812\(1_000_000 + contact)",
              "status_messages": "-", "message_content": text, "environment": "PRODUCTION",
              "timestamp": "\(Int(Date().timeIntervalSince1970))", "callback_type": "message",
            ]
            request.body = .bytes(try JSONEncoder().encode(fields))
            let answer = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
            guard answer.status == .ok else { throw Failure("the daemon refused a callback") }
            _ = try await answer.body.collect(upTo: 1 << 16)
          }
        }
      }
      try await tasks.waitForAll()
    }
  }
}
