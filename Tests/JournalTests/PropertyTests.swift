import Dialogue
import GRDB
import Testing

@testable import Journal

struct PropertyTests {
  @Test(
    "whatever happens in whatever order, with crashes between, the journal holds what it should",
    arguments: [
      UInt64.random(in: 0..<1_000_000), UInt64.random(in: 0..<1_000_000), 1, 2, 3, 4, 728_059,
    ])
  func anything(seed: UInt64) async throws {
    var run = try Run(seed: seed)
    for step in 0..<250 {
      let done = try await run.step()
      try await run.compare("seed \(seed), step \(step): \(done)")
      if run.differed { return }
    }
  }

  private struct Run {
    let folder: TemporaryFolder
    var random: SeededGenerator
    var model = JournalModel()
    var journal: Journal?
    var differed = false
    var heard = 0
    var sent = 0

    init(seed: UInt64) throws {
      folder = try TemporaryFolder()
      random = SeededGenerator(seed: seed)
      journal = try Journal.small(folder)
    }

    mutating func step() async throws -> String {
      switch Int.random(in: 0..<100, using: &random) {
      case ..<25: try await accept()
      case ..<45: try await turn()
      case ..<60: try await begin()
      case ..<75: try await move()
      case ..<88: try await status()
      case ..<92: try await decide()
      default: try await restart()
      }
    }

    private var open: Journal {
      get throws { try #require(journal) }
    }

    private mutating func accept() async throws -> String {
      let isRepeat = heard > 0 && random.chance(20)
      if !isRepeat { heard += 1 }
      let id = isRepeat ? Int.random(in: 1...heard, using: &random) : heard
      let number = "62\(id % 5)"
      let isNew = model.accept("in.\(id)", from: number)
      let acceptance = try await open.hear("in.\(id)", from: number)
      #expect((acceptance != .duplicate) == isNew)
      if let ids = acceptance.ids { model.gaveID(ids.inbox) }
      return "accept \(id)"
    }

    /// Runs some events of a contact in one commit, now and then one that was done before.
    private mutating func turn() async throws -> String {
      let known = model.events.indices.filter { model.events[$0].id != nil }
      guard let some = known.randomElement(using: &random) else { return "nothing to run" }
      let contact = model.events[some].contact
      let events = try await open.work(for: [contact]).first?.events ?? []
      var ids = events.prefix(Int.random(in: 0...3, using: &random)).map(\.event.id)
      if let id = model.events[some].id { ids.append(id) }
      var turns: [TurnRecord] = []
      for id in ids {
        let replies = Int.random(in: 0...2, using: &random)
        turns.append(
          try open.turn(id, contactID: contact, with: Array(repeating: .text("ya"), count: replies)))
        if let index = index(ofEvent: id, contact: contact) { model.turn(index, replies: replies) }
      }
      try await open.commit(turns)
      return "turns \(ids)"
    }

    /// The model does not know the ids of `undelivered` events: the first of the contact is meant.
    private func index(ofEvent id: Int64, contact: Int64) -> Int? {
      model.events.firstIndex { $0.id == id }
        ?? model.events.firstIndex { $0.contact == contact && $0.isNew && $0.id == nil }
    }

    private mutating func begin() async throws -> String {
      let heads = try await open.heads(of: model.contacts)
      guard let head = heads.randomElement(using: &random) else { return "nothing to send" }
      model.begin(head.id)
      try await open.begin([head.id], now: .start)
      return "begin \(head.id)"
    }

    private mutating func move() async throws -> String {
      guard let message = model.messages.randomElement(using: &random) else { return "nothing to move" }
      let wasTried = message.state == .sending
      let ends: [OutboxState] =
        wasTried ? [.queued, .unknown, .sent, .sent, .dead] : [.queued, .expired, .held]
      guard let state = ends.randomElement(using: &random) else { return "" }
      let outcome = wasTried ? (state == .unknown ? "ambiguous" : "outcome") : nil
      if state == .sent { sent += 1 }
      let messageID = state == .sent && random.chance(90) ? "out.\(sent)" : nil
      let consumes = random.chance(50)
      let isResend = message.state == .unknown && state == .queued
      let told = model.move(
        message.id, to: state, outcome: outcome, consumes: consumes, isResend: isResend, messageID: messageID)
      let result = try await open.move([
        OutboxMove(
          id: message.id, attempt: outcome.map { .init(outcome: $0, code: "", endedAt: .start) },
          state: state, dueAt: .start, consumesAttempt: consumes, isResend: isResend,
          messageID: messageID, now: .start)
      ])
      #expect(result.undelivered == (told ? [message.contact] : []))
      let isIdle = message.state.holdsBack && !state.holdsBack && model.head(message.contact) == nil
      #expect(result.idle == (isIdle ? [message.contact] : []))
      return "move \(message.id) from \(message.state) to \(state)"
    }

    private mutating func status() async throws -> String {
      // Also of messages whose answer is still to come.
      let id = "out.\(Int.random(in: 1...(sent + 2), using: &random))"
      let word = ["sent", "delivered", "read", "failed"].randomElement(using: &random) ?? "sent"
      let expected = model.hear(word, of: id)
      let effect = try await open.hearStatus(word, of: id)
      #expect(effect.isNew == expected.isNew)
      #expect(effect.failed == expected.failed)
      return "\(word) of \(id)"
    }

    private mutating func decide() async throws -> String {
      guard let message = model.messages.randomElement(using: &random) else { return "nothing to decide" }
      if random.chance(70) {
        model.retry(message.id)
        _ = try await open.retry(message.id, expiresAt: .start, now: .start)
        return "retry \(message.id)"
      }
      model.drop(message.id)
      _ = try await open.drop(message.id)
      return "drop \(message.id)"
    }

    private mutating func restart() async throws -> String {
      let isClean = random.chance(50)
      if isClean { try await open.close() }
      journal = nil
      journal = try Journal.small(folder)
      let recovery = try await open.recover(now: .start)
      #expect(recovery.wasUnclean == !isClean)
      model.restart(isClean: isClean)
      return isClean ? "restart" : "crash"
    }

    mutating func compare(_ label: String) async throws {
      let (journal, model) = (try open, model)
      let work = try await journal.work(for: model.contacts)
      for contact in model.contacts {
        let events = work.first { $0.contactID == contact }?.events ?? []
        check(events.map(\.attempts) == model.pending(contact).map(\.attempts), "attempts, \(label)")
        check(events.map(\.event.kind) == model.pending(contact).map(kind), "events, \(label)")
      }
      let heads = try await journal.heads(of: model.contacts)
      check(heads.map(\.id) == model.contacts.compactMap { model.head($0)?.id }, "heads, \(label)")
      let outcomes = try await outcomes()
      var messages: [JournalModel.Message] = []
      for row in try await journal.outbox(state: nil, limit: .max).reversed() {
        messages.append(
          JournalModel.Message(
            id: row.id, contact: row.contactID, state: row.state, attempts: row.attempts,
            resends: row.resends, messageID: row.messageID,
            outcomes: outcomes[row.id, default: []]))
      }
      check(messages == model.messages, "messages, \(label)")
    }

    /// The outcomes of each message's attempts, empty for an open one.
    private func outcomes() async throws -> [Int64: [String]] {
      try await open.read { db in
        let rows = try Row.fetchAll(db, sql: "SELECT outbox_id, outcome FROM attempt ORDER BY outbox_id, n")
        return Dictionary(grouping: rows, by: { $0[0] as Int64 })
          .mapValues { $0.map { $0[1] as String? ?? "" } }
      }
    }

    private func kind(_ event: JournalModel.Event) -> Event.Kind {
      guard let outboxID = event.undelivered else { return .message(text: "halo") }
      return .undelivered(outboxID: outboxID, reason: event.reason, note: nil)
    }

    private mutating func check(_ isRight: Bool, _ label: String) {
      if !isRight {
        differed = true
        Issue.record("the journal differs from the model: \(label)")
      }
    }
  }
}
