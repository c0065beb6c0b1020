/// Holds what was sent to the daemon and what reached the provider against what the journal says.
package struct LedgerCheck: Sendable {
  static let eventEnds: Set<String> = ["done", "poison", "stale", "ignored"]
  /// Ends of an event the customer hears something after: a given up one gets the default.
  static let answeredEnds: Set<String> = ["done", "poison"]
  static let waitingStates: Set<String> = ["queued", "sending", "unknown"]
  static let sentStates: Set<String> = ["sent", "delivered", "read", "failed"]
  /// Outcomes after which the provider may have the message although we do not know.
  static let lostOutcomes: Set<String> = ["ambiguous", "crash"]

  let load: [LoadLine]
  let provider: [ProviderLine]
  let journal: JournalRecord
  let everyMessageIsAnswered: Bool

  /// - Parameter everyMessageIsAnswered: whether the bot says something to everything.
  package init(
    load: [LoadLine], provider: [ProviderLine], journal: JournalRecord, everyMessageIsAnswered: Bool = true
  ) {
    self.load = load
    self.provider = provider
    self.journal = journal
    self.everyMessageIsAnswered = everyMessageIsAnswered
  }

  package func report() -> LedgerReport {
    var report = LedgerReport()
    let receipts = Receipts(provider, of: journal.messages)
    report.violations = journal.damage.map { Violation(.damaged, $0) }
    checkInbox(&report)
    checkReplies(receipts, &report)
    checkOrder(receipts, &report)
    return report
  }

  private func checkInbox(_ report: inout LedgerReport) {
    let kept = Dictionary(grouping: journal.events.filter { $0.messageID != nil }) { $0.messageID ?? "" }
    let answered = Set(journal.messages.compactMap(\.inboxID))
    report.kept = kept.count
    for line in load {
      switch line {
      case .sent: report.sent += 1
      case .acknowledged(let id):
        report.acknowledged += 1
        guard let event = kept[id]?.first else {
          report.violations.append(Violation(.acknowledgedButNotKept, id))
          continue
        }
        if everyMessageIsAnswered, Self.answeredEnds.contains(event.state), !answered.contains(event.id) {
          report.violations.append(Violation(.notAnswered, "\(id), inbox \(event.id)"))
        }
      }
    }
    for (id, events) in kept where events.count > 1 {
      report.violations.append(Violation(.keptTwice, "\(id), inbox \(events.map(\.id))"))
    }
    for event in journal.events where !Self.eventEnds.contains(event.state) {
      report.violations.append(Violation(.eventWithoutEnd, "inbox \(event.id) is \(event.state)"))
    }
  }

  private func checkReplies(_ receipts: Receipts, _ report: inout LedgerReport) {
    report.replies = journal.messages.count
    report.violations += receipts.strangers.map {
      Violation(.receivedButNotOurs, "\($0.sequence): \($0.content) for \($0.recipient)")
    }
    for message in journal.messages {
      let name = "outbox \(message.id) (\(message.state)): \(message.content) for \(message.number)"
      let taken = receipts.taken(of: message.id)
      let lost = message.outcomes.contains { $0.map(Self.lostOutcomes.contains) ?? false }
      report.received += taken.count
      if lost { report.lostAnswers += 1 }
      if taken.count == 2, lost, !message.isBroadcast { report.receivedTwice += 1 }
      func broken(_ kind: Violation.Kind) { report.violations.append(Violation(kind, name)) }

      if Self.waitingStates.contains(message.state) { broken(.messageWithoutEnd) }
      if message.outcomes.contains(nil) { broken(.attemptWithoutEnd) }
      if taken.count > (lost && !message.isBroadcast ? 2 : 1) { broken(.answeredTooOften) }
      if Self.sentStates.contains(message.state) {
        if taken.isEmpty { broken(.sentButNotReceived) }
        if let id = message.messageID, !taken.contains(where: { $0.messageID == id }) {
          broken(.otherMessageID)
        }
      } else if !taken.isEmpty, !lost {
        broken(.receivedButNotSent)
      }
    }
  }

  private func checkOrder(_ receipts: Receipts, _ report: inout LedgerReport) {
    let inboxIDs = Dictionary(
      journal.events.compactMap { event in event.messageID.map { ($0, event.id) } },
      uniquingKeysWith: { first, _ in first })
    var ordinals: [String: Int] = [:]
    var lastKept: [String: (ordinal: Int, inbox: Int64)] = [:]
    for line in load {
      guard case .sent(let id, let number, let ordinal) = line, let inbox = inboxIDs[id] else { continue }
      ordinals[id] = ordinal
      if let last = lastKept[number], last.ordinal < ordinal, last.inbox > inbox {
        report.violations.append(Violation(.keptOutOfOrder, "\(id), inbox \(inbox) after \(last.inbox)"))
      }
      lastKept[number] = (ordinal, inbox)
    }
    for (number, messages) in Dictionary(grouping: journal.messages, by: \.number) {
      let places = messages.compactMap { message in message.inboxID.map { ($0, message.ordinal) } }
      for (before, after) in zip(places, places.dropFirst()) where before > after {
        report.violations.append(
          Violation(.answeredOutOfOrder, "\(number): inbox \(after.0) after \(before.0)"))
      }
    }
    // Nobody who talks to the bot waits for a broadcast, so answers may leave before it.
    let broadcasts = Set(journal.messages.filter(\.isBroadcast).map(\.id))
    for (number, ids) in receipts.order.mapValues({ $0.filter { !broadcasts.contains($0) } }) {
      for (before, after) in zip(ids, ids.dropFirst()) where before > after {
        report.violations.append(Violation(.sentOutOfOrder, "\(number): outbox \(after) after \(before)"))
      }
    }
  }
}
