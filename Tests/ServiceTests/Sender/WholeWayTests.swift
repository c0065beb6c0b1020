import Dialogue
import Gateway
import Journal
import Synchronization
import Testing
import Wappin

@testable import Service

@Suite("from the outbox to the provider, over real HTTP", .timeLimit(.minutes(1)))
struct WholeWayTests {
  private final class Tokens: TokenStore {
    private let box = Mutex<[String: AccessToken]>([:])
    func token(clientID: String) async throws -> AccessToken? { box.withLock { $0[clientID] } }
    func save(_ token: AccessToken, clientID: String) async throws { box.withLock { $0[clientID] = token } }
  }

  private func sending(
    to provider: SmallProvider, _ body: @escaping @Sendable (SenderBench) async throws -> Void
  )
    async throws
  {
    try await provider.run { url in
      let client = try WappinClient(
        settings: WappinSettings(baseURL: url, secrets: ["0009": "geheim"]), store: Tokens(), logger: .silent)
      do { try await SenderBench.run(client, body) } catch {
        try? await client.shutdown()
        throw error
      }
      try await client.shutdown()
    }
  }

  @Test("two hundred messages to twenty people arrive once each, in order, and are recorded with their ids")
  func allArrive() async throws {
    let provider = SmallProvider()
    try await sending(to: provider) { bench in
      var ids: [Int64] = []
      for index in 0..<200 {
        ids.append(try await bench.queue("pesan \(1000 + index)", to: "62812345678\(10 + index % 20)"))
      }
      for id in ids { #expect(try await bench.reached(.sent, id).messageID?.count == 13) }
    }
    let messages = provider.messages
    #expect(messages.count == 200)
    for (number, texts) in Dictionary(grouping: messages, by: \.number) {
      #expect(texts.map(\.text) == texts.map(\.text).sorted(), "to \(number)")
      #expect(texts.count == 10)
    }
  }

  @Test("a message whose answer is lost is sent again once, and its successors wait for it")
  func lostAnswer() async throws {
    let provider = SmallProvider { $0.text == "satu" && $1 == 1 }
    try await sending(to: provider) { bench in
      let first = try await bench.queue("satu")
      let second = try await bench.queue("dua")
      _ = try await bench.reached(.unknown, first)
      while bench.sender.status.first?.waiting != 1 { await Task.yield() }
      #expect(provider.messages.map(\.text) == ["satu"])
      bench.time.advance(by: .seconds(90))
      #expect(try await bench.reached(.sent, second).resends == 0)
      let found = try #require(try await bench.journal.outboxRow(first))
      #expect(found.row.state == .sent && found.row.resends == 1)
      #expect(found.attempts.map(\.outcome) == ["ambiguous", "accepted"])
    }
    #expect(provider.messages.map(\.text) == ["satu", "satu", "dua"])
  }
}
