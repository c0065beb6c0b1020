import Testing

@testable import Ledger

struct LedgerCheckTests {
  /// Two customers, each with two messages and a reply to each; one reply had its answer lost and went out twice.
  private struct Books {
    var load: [LoadLine] = []
    var provider: [ProviderLine] = []
    var journal = JournalRecord(events: [], messages: [])

    init() {
      for (index, (number, ordinal)) in [("62811", 0), ("62812", 0), ("62811", 1), ("62812", 1)].enumerated()
      {
        let id = Int64(index + 1)
        load += [
          .sent(id: "in\(id)", number: number, ordinal: ordinal), .acknowledged(id: "in\(id)"),
        ]
        journal.events.append(.init(id: id, messageID: "in\(id)", number: number, state: "done"))
        let isLost = id == 2
        for _ in 0..<(isLost ? 2 : 1) { receive("jawab in\(id)", by: number) }
        journal.messages.append(
          .init(
            id: id * 10, inboxID: id, number: number, content: "jawab in\(id)", state: "read",
            messageID: provider.last?.messageID, outcomes: isLost ? ["crash", "accepted"] : ["accepted"]))
      }
      journal.events.append(.init(id: 9, messageID: nil, number: "62811", state: "done"))
    }

    mutating func receive(_ content: String, by number: String) {
      provider.append(
        ProviderLine(
          sequence: provider.count, recipient: number, content: content, messageID: "out\(provider.count)",
          answer: .accepted))
    }

    func report() -> LedgerReport { LedgerCheck(load: load, provider: provider, journal: journal).report() }
  }

  @Test("books in order have no violation, and are counted")
  func good() {
    let report = Books().report()
    #expect(report.violations.isEmpty)
    #expect(report.sent == 4)
    #expect(report.acknowledged == 4)
    #expect(report.kept == 4)
    #expect(report.replies == 4)
    #expect(report.received == 5)
    #expect(report.receivedTwice == 1)
    #expect(report.lostAnswers == 1)
    #expect(report.description.hasSuffix("every promise was kept"))
  }

  @Test("each way to break a promise is found, with what tells it apart", arguments: Violation.Kind.allCases)
  func doctored(kind: Violation.Kind) {
    var books = Books()
    let what = Self.doctor(&books, kind)
    let violations = books.report().violations
    #expect(violations.contains { $0.kind == kind && $0.what.contains(what) }, "\(violations)")
  }

  /// Breaks one promise; returns what must be named.
  private static func doctor(_ books: inout Books, _ kind: Violation.Kind) -> String {
    switch kind {
    case .acknowledgedButNotKept:
      books.journal.events.removeAll { $0.messageID == "in3" }
      return "in3"
    case .keptTwice:
      books.journal.events.append(.init(id: 12, messageID: "in3", number: "62811", state: "done"))
      return "in3, inbox [3, 12]"
    case .eventWithoutEnd:
      books.journal.events[4].state = "new"
      return "inbox 9 is new"
    case .messageWithoutEnd:
      books.journal.messages[3].state = "queued"
      return "outbox 40"
    case .attemptWithoutEnd:
      books.journal.messages[3].outcomes = [nil]
      return "outbox 40"
    case .notAnswered:
      books.journal.messages.removeLast()
      return "in4"
    case .answeredTooOften:
      books.receive("jawab in4", by: "62812")
      return "outbox 40"
    case .receivedButNotOurs:
      books.receive("jawab in4", by: "62811")
      return "jawab in4 for 62811"
    case .receivedButNotSent:
      books.journal.messages[3].state = "expired"
      return "outbox 40 (expired)"
    case .sentButNotReceived:
      books.provider.removeLast()
      return "outbox 40"
    case .otherMessageID:
      books.journal.messages[3].messageID = "out0"
      return "outbox 40"
    case .keptOutOfOrder:
      books.journal.events[0].messageID = "in3"
      books.journal.events[2].messageID = "in1"
      return "in3, inbox 1 after 3"
    case .answeredOutOfOrder:
      books.journal.messages[0].inboxID = 3
      books.journal.messages[2].inboxID = 1
      return "inbox 1 after 3"
    case .sentOutOfOrder:
      books.provider[0].sequence = 99
      return "outbox 10 after 30"
    case .damaged:
      books.journal.damage = ["row 3 missing from index inbox_new"]
      return "row 3"
    }
  }

  @Test("an event that was given up has a reply too", arguments: ["done", "poison"])
  func poison(state: String) {
    var books = Books()
    books.journal.events[3].state = state
    #expect(books.report().violations.isEmpty)
    books.journal.messages.removeLast()
    #expect(books.report().violations.contains(Violation(.notAnswered, "in4, inbox 4")))
  }

  @Test("a third time is too often even where answers were lost")
  func thrice() {
    var books = Books()
    books.receive("jawab in2", by: "62812")
    #expect(books.report().violations.map(\.kind).contains(.answeredTooOften))
  }

  @Test(
    "twice is too often where no answer was lost, whatever else was tried",
    arguments: ["throttled", "rejected"])
  func twice(outcome: String) {
    var books = Books()
    books.journal.messages[1].outcomes = [outcome, "accepted"]
    #expect(books.report().violations.map(\.kind) == [.answeredTooOften])
  }

  @Test("what the provider refused does not count as received")
  func refused() {
    var books = Books()
    books.provider.insert(
      ProviderLine(sequence: 0, recipient: "62811", content: "jawab in1", messageID: nil, answer: .refused),
      at: 0)
    #expect(books.report().violations.isEmpty)
  }

  @Test("a message that was not acknowledged may be kept or not, but nothing may answer what was not kept")
  func unacknowledged() {
    var books = Books()
    books.load.removeAll { $0 == .acknowledged(id: "in4") }
    #expect(books.report().violations.isEmpty)
    books.journal.events.remove(at: 3)
    books.journal.messages.remove(at: 3)
    #expect(books.report().violations.map(\.kind) == [.receivedButNotOurs])
  }
}
