import Foundation
import Testing

@testable import Service

@Suite("what the daemon logs", .timeLimit(.minutes(1)))
struct PrivateLogTests {
  /// Each says a text of its own, and what becomes of the reply to it.
  private static let customers = [
    (number: "628989229471", text: "halo rahasia-satu", code: nil),
    (number: "628989229472", text: "halo rahasia-dua", code: "400"),
    (number: "628989229473", text: "halo rahasia-tiga", code: "600"),
    (number: "628989229474", text: "lain rahasia-empat", code: "201"),
    (number: "628989229475", text: "halo rahasia-lima", code: "999"),
    (number: "628989229476", text: "halo rahasia-enam", code: "407"),
  ]

  @Test("neither numbers nor texts nor replies are in the log, whatever the provider says of them")
  func nothingPrivate() async throws {
    let log = RecordedLog()
    let provider = SmallProvider(
      refusal: { message in Self.customers.first { $0.number == message.number }?.code })
    let bot = """
      scenarios:
        hello:
          keywords: [halo]
          reply: "Balasan untuk {contact.name}: {message.text}"
      default:
        reply: "Maaf {message.text}"

      """
    let now = Int(Date().timeIntervalSince1970)
    try await DaemonBench.run(provider: provider, bot: bot, log: log) { bench in
      for (index, customer) in Self.customers.enumerated() {
        let message = Samples.message(
          id: "m\(index)", text: customer.text, sender: customer.number, timestamp: now)
        for _ in 0..<2 { #expect(try await bench.post(message).status == 200) }
        while provider.messages.count <= index { await Task.yield() }
      }
      _ = try await bench.post(Samples.status("read", id: "unknown"))
      // Callbacks nobody can make sense of, with a customer's data in them.
      let message = Samples.message(id: "x", text: "halo rahasia-satu", timestamp: now)
      _ = try await bench.post(message.replacing("message_id", with: "id").replacing("16", with: "99"))
      _ = try await bench.post(
        message.replacing(#""callback_type":"message""#, with: #""callback_type":"m""#))
      _ = try await bench.post(message.replacing("\"628989229471\"", with: "\"628989229471x\""))
      _ = try await bench.post(String(message.dropLast(5)))
      while !log.text.contains("Nothing is sent on 0009/16") { await Task.yield() }
    }
    for told in ["refused for good", "not known whether", "quarantined", "is not set here", "stopping"] {
      #expect(log.text.contains(told), "\(told) is not in the log:\n\(log.text)")
    }
    for customer in Self.customers {
      let word = customer.text.split(separator: " ")[1]
      for secret in [String(word), String(customer.number.suffix(9)), "Balasan untuk", "Maaf"] {
        let found = log.lines.filter { $0.contains(secret) }
        #expect(found.isEmpty, "\(secret)")
      }
    }
    for secret in ["geheim", "from-provider"] { #expect(!log.text.contains(secret)) }
  }
}
