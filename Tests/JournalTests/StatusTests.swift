import Dialogue
import Testing

@testable import Journal

struct StatusTests {
  let folder: TemporaryFolder
  let journal: Journal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal.small(folder)
  }

  /// Every order of every choice of `sent`, `delivered`, `read` and `failed`.
  static let orders: [[String]] = orders(of: ["sent", "delivered", "read", "failed"])

  private static func orders(of names: [String]) -> [[String]] {
    [[]]
      + names.flatMap { name in
        orders(of: names.filter { $0 != name }).map { [name] + $0 }
      }
  }

  @Test("whatever order news comes in, before or after the send's answer, it ends in the same state")
  func everyOrder() async throws {
    #expect(Self.orders.count == 65)
    var number = 0
    for news in Self.orders {
      for early in 0...news.count {
        number += 1
        let label = "\(news) with \(early) before the answer"
        let ids = try #require(try await journal.hear("in.\(number)", from: "62\(number)").ids)
        try await journal.answer(ids.inbox, contactID: ids.contact, with: [.text("a")])
        let outboxID = try #require(try await journal.heads(of: [ids.contact]).first).id
        var told = 0
        for status in news.prefix(early) {
          let effect = try await journal.hearStatus(status, of: "out.\(number)")
          #expect(effect == StatusEffect(isNew: true, contactID: nil, failed: false), "\(label)")
        }
        told += try await journal.sendAccepted(outboxID, messageID: "out.\(number)").count
        for status in news.dropFirst(early) {
          let effect = try await journal.hearStatus(status, of: "out.\(number)")
          #expect(effect.isNew && effect.contactID == ids.contact, "\(label)")
          told += effect.failed ? 1 : 0
        }
        #expect(try await journal.state(of: outboxID) == Self.end(of: news), "\(label)")
        let events = try await journal.work(for: [ids.contact]).first?.events.count ?? 0
        #expect(events == told, "\(label)")
        #expect(told == Self.undelivered(news, early: early), "\(label)")
        #expect(try await journal.statuses(outboxID: outboxID).count == news.count, "\(label)")
      }
    }
    #expect(try await journal.counts().orphanStatuses == 0)
  }

  private static func end(of news: [String]) -> OutboxState {
    for state in [OutboxState.read, .delivered, .failed] where news.contains(state.rawValue) { return state }
    return .sent
  }

  /// One event if at some moment `failed` was the best that was known.
  private static func undelivered(_ news: [String], early: Int) -> Int {
    let moments = (early...news.count).map { Self.end(of: Array(news.prefix($0))) }
    return moments.contains(.failed) ? 1 : 0
  }

  @Test("the same news twice is kept once; the same status at another time is other news")
  func repeats() async throws {
    let ids = try #require(try await journal.hear("1").ids)
    try await journal.answer(ids.inbox, contactID: ids.contact, with: [.text("a")])
    _ = try await journal.sendAccepted(1, messageID: "out.1")
    #expect(try await journal.hearStatus("failed", of: "out.1", providerAt: .start).failed)
    #expect(try await journal.hearStatus("failed", of: "out.1", providerAt: .start).isNew == false)
    let later = try await journal.hearStatus("failed", of: "out.1", providerAt: .start + .seconds(1))
    #expect(later == StatusEffect(isNew: true, contactID: 1, failed: false))
    #expect(try await journal.waiting().events == 1)
  }

  @Test("ids that differ only behind a NUL are two messages, and news finds its own")
  func nul() async throws {
    let ids = try #require(try await journal.hear("1").ids)
    try await journal.answer(ids.inbox, contactID: ids.contact, with: [.text("a"), .text("b")])
    _ = try await journal.sendAccepted(1, messageID: "out\0one")
    _ = try await journal.sendAccepted(2, messageID: "out\0two")
    #expect(try await journal.hearStatus("read", of: "out\0one").isNew)
    #expect(try await journal.hearStatus("read", of: "out").contactID == nil)
    #expect(try await journal.state(of: 1) == .read)
    #expect(try await journal.state(of: 2) == .sent)
  }

  @Test("an unknown status word is kept and moves nothing")
  func unknownWord() async throws {
    let ids = try #require(try await journal.hear("1").ids)
    try await journal.answer(ids.inbox, contactID: ids.contact, with: [.text("a")])
    _ = try await journal.sendAccepted(1, messageID: "out.1")
    for word in ["queued", "dead", "deleted"] {
      #expect(try await journal.hearStatus(word, of: "out.1").isNew)
    }
    #expect(try await journal.state(of: 1) == .sent)
  }

  @Test("orphans are kept for 24 hours")
  func orphans() async throws {
    _ = try await journal.hearStatus("sent", of: "stranger", at: .start)
    _ = try await journal.hearStatus("sent", of: "later", at: .start + .seconds(3600))
    try await journal.prune(now: .start + .seconds(24 * 3600), messages: .seconds(90 * 24 * 3600))
    #expect(try await journal.counts().orphanStatuses == 2)
    try await journal.prune(now: .start + .seconds(24 * 3600 + 1), messages: .seconds(90 * 24 * 3600))
    #expect(try await journal.counts().orphanStatuses == 1)
  }
}
