import Foundation
import Ledger
import TestSupport
import Testing

@Suite("A bot is edited while customers are in the middle", .serialized)
struct EditingTests {
  @Test(
    "the same place goes on, a changed question takes what it now expects, and of one that is gone they are told"
  )
  func editing() async throws {
    let premises = try Premises()
    let provider: LineFile<ProviderLine> = try LineFile()
    try premises.write(bot: Self.bot(question: "Siapa nama Kakak?", expect: "text 2-60"))
    try await ProviderStandIn.serving(
      ledger: provider, statuses: StatusCallbacks(premises.address), fate: { _ in .accept }
    ) { standIn in
      try premises.configure(provider: standIn.baseURL)
      let daemon = try DaemonProcess(premises)
      try await daemon.ready()
      let people = ["6281110000001", "6281110000002", "6281110000003"]
      for number in people { try await Self.write("pesan", from: number, at: premises) }
      try await premises.wait(for: "the question, three times") { provider.lines.count == 3 }

      // A typo is mended: nobody loses their place.
      try premises.write(bot: Self.bot(question: "Boleh tahu nama Kakak?", expect: "text 2-60"))
      daemon.send(SIGHUP)
      try await daemon.ready()
      try await Self.write("Budi", from: people[0], at: premises)
      try await Self.hears("Halo Budi", people[0], provider, premises)

      // The question expects something else: the answer is tried as one to the question as it is now.
      try premises.write(bot: Self.bot(question: "Nomor meja?", expect: "number 1-50"))
      daemon.send(SIGHUP)
      try await daemon.ready()
      try await Self.write("Ani", from: people[1], at: premises)
      try await Self.hears("Nomor meja?", people[1], provider, premises)
      try await Self.write("tujuh", from: people[1], at: premises)
      try await Self.hears("Halo 7", people[1], provider, premises)

      // The question is gone: the customer is told, and what they wrote is understood without it.
      try premises.write(bot: Self.bot(question: nil, expect: ""))
      daemon.send(SIGHUP)
      try await daemon.ready()
      #expect(provider.lines.count { $0.recipient == people[2] } == 1, "nobody is told before they write")
      try await Self.write("harga?", from: people[2], at: premises)
      try await Self.hears("Menu kami berubah.", people[2], provider, premises)
      try await Self.hears("10.000", people[2], provider, premises)

      daemon.send(SIGTERM)
      #expect(await daemon.end() == 0, "\(premises.logText)")
    }
  }

  private static func bot(question: String?, expect: String) -> String {
    let steps =
      question.map {
        "- ask: \"\($0)\"\n        save: name\n        expect: \(expect)\n      - say: Halo {name}"
      } ?? "- say: Tutup."
    return """
      bot:
        on_gone:
          - say: Menu kami berubah.
      scenarios:
        order:
          keywords: [pesan]
          steps:
            \(steps)
        price:
          keywords: [harga]
          reply: "10.000"
      default:
        reply: Maaf
      """
  }

  private static func write(_ text: String, from number: String, at premises: Premises) async throws {
    let caller = try Caller(port: premises.ports.callback)
    caller.send(try premises.callback(message: UUID().uuidString, from: number, text: text))
    #expect(try await caller.answer().body == #"{"status":"000"}"#)
  }

  private static func hears(
    _ text: String, _ number: String, _ provider: LineFile<ProviderLine>, _ premises: Premises
  ) async throws {
    try await premises.wait(for: "\(text) for \(number)") {
      provider.lines.contains { $0.recipient == number && $0.content == text }
    }
  }
}
