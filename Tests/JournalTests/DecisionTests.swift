import Dialogue
import Testing

@testable import Journal

struct DecisionTests {
  let folder: TemporaryFolder
  let journal: Journal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal.small(folder)
  }

  /// Makes one message and brings it to `state`.
  private func message(in state: OutboxState) async throws {
    let ids = try #require(try await journal.hear("1").ids)
    try await journal.answer(ids.inbox, contactID: ids.contact, with: [.text("a")])
    switch state {
    case .queued: break
    case .dropped: _ = try await journal.drop(1)
    case .sending: try await journal.begin([1], now: .start)
    case .sent, .delivered, .read, .failed:
      _ = try await journal.sendAccepted(1, messageID: "out.1")
      _ = try await journal.hearStatus(state.rawValue, of: "out.1")
    case .unknown, .dead, .expired, .held, .uncertain:
      try await journal.begin([1], now: .start)
      _ = try await journal.move([
        OutboxMove(
          id: 1, attempt: .init(outcome: "rejected", code: "500", endedAt: .start), state: state,
          dueAt: .start, now: .start)
      ])
    }
    #expect(try await journal.state(of: 1) == state)
  }

  @Test("retry queues what was given up or is unknown, and refuses the rest", arguments: OutboxState.allCases)
  func retry(state: OutboxState) async throws {
    try await message(in: state)
    let decision = try await journal.retry(1, expiresAt: .start + .seconds(9), now: .start + .seconds(1))
    let row = try #require(try await journal.outboxRow(1)).row
    if [.held, .dead, .expired, .unknown].contains(state) {
      #expect(decision == .done(contactID: 1))
      #expect(row.state == .queued)
      #expect(row.attempts == 0)
      #expect(row.expiresAt == .start + .seconds(9))
      #expect(row.dueAt == .start + .seconds(1))
    } else {
      #expect(decision == .refused(state))
      #expect(row.state == state)
    }
  }

  @Test(
    "a retry leaves a resend only to what never had its answer lost",
    arguments: [("ambiguous", 1), ("crash", 1), ("rejected", 0), ("not-sent", 0)])
  func resends(outcome: String, spent: Int) async throws {
    try await message(in: .queued)
    try await journal.begin([1], now: .start)
    _ = try await journal.move([
      OutboxMove(
        id: 1, attempt: .init(outcome: outcome, code: "x", endedAt: .start), state: .held, dueAt: .start,
        now: .start)
    ])
    _ = try await journal.retry(1, expiresAt: .start + .seconds(9), now: .start)
    #expect(try await journal.outboxRow(1)?.row.resends == spent)
  }

  @Test("drop gives up what was not sent yet, and refuses the rest", arguments: OutboxState.allCases)
  func drop(state: OutboxState) async throws {
    try await message(in: state)
    let events = try await journal.waiting().events
    let decision = try await journal.drop(1)
    let isAllowed = [.queued, .unknown, .held].contains(state)
    #expect(decision == (isAllowed ? .done(contactID: 1) : .refused(state)))
    #expect(try await journal.state(of: 1) == (isAllowed ? .dropped : state))
    #expect(try await journal.waiting().events == events)
  }

  @Test("a message that is not there is not found")
  func missing() async throws {
    #expect(try await journal.drop(7) == .notFound)
    #expect(try await journal.retry(7, expiresAt: .start, now: .start) == .notFound)
    #expect(try await journal.outboxRow(7) == nil)
  }
}
