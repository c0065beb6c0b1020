import Dialogue
import Journal

/// Runs a contact's pending events through its bot; decides, writes nothing.
///
/// While a call is under way, messages have no turn: they are left for later.
struct TurnRunner {
  /// What a contact's events come to.
  struct Outcome {
    var records: [TurnRecord] = []
    var problems: [Problem] = []
  }

  /// A message that reaches us later than this after it was written is stale.
  static let staleAfter = Duration.seconds(15 * 60)
  /// An event that was first in line at this many unclean stops is given up.
  static let poisonAfter = 3

  let now: Timestamp

  /// - Parameter bot: nil if the channel has none any more; its events are ignored.
  func run(_ work: ContactWork, bot: Bot?) -> Outcome {
    var outcome = Outcome()
    var conversation = work.conversation
    var contact = work.contact
    let newestStale = work.events.last { isStale($0) }?.event.id
    var waiting = work.events
    // What waits for a call comes next when the call has ended, before all that came after it.
    while let next = waiting.firstIndex(where: { conversation.call == nil || !$0.event.kind.waitsForCall }) {
      let pending = waiting.remove(at: next)
      // Without a turn of its own a call's end ends the call all the same: messages wait for nothing else.
      if bot == nil || isPoison(pending), case .callEnded(conversation.call?.serial, _) = pending.event.kind {
        conversation.call = nil
      }
      var record = TurnRecord(
        contactID: work.contactID, channel: work.channel, number: contact.number,
        inboxID: pending.event.id, disposition: .done, bot: bot?.hash ?? "", conversation: conversation,
        contactVars: contact.vars,
        reason: Reason(winner: .silent("")), messages: [], now: now)
      if let bot {
        if isStale(pending), pending.event.id != newestStale {
          record.disposition = .stale
          record.reason = Reason(winner: .silent("came late; only the newest late message is answered"))
        } else {
          let turn = turn(pending, conversation, contact, bot, &record)
          outcome.problems += turn.effects.problems
          (conversation, contact.vars) = (turn.conversation, turn.contactVars)
        }
      } else {
        record.disposition = .ignored
        record.reason = Reason(winner: .silent("no bot answers on this channel"))
      }
      outcome.records.append(record)
    }
    return outcome
  }

  private func turn(
    _ pending: PendingEvent, _ conversation: Conversation, _ contact: Contact, _ bot: Bot,
    _ record: inout TurnRecord
  ) -> Turn {
    var event = pending.event
    if isPoison(pending) {
      record.disposition = .poison
      event.kind = .poisoned
    }
    // The time it came, so that an event that runs again after a crash goes the same way.
    let turn = advance(conversation, contact: contact, event: event, bot: bot, now: pending.receivedAt)
    record.conversation = turn.conversation
    record.contactVars = turn.contactVars
    record.reason = turn.reason
    record.usage = Usage(turn)
    record.messages = turn.effects.messages.map { content, terms in
      NewMessage(
        content: content, expiresAt: turn.expiry(of: content, terms, from: pending.receivedAt),
        note: terms.note)
    }
    record.windowClosesAt = windowEnd(pending, turn.conversation)
    record.calls = turn.effects.calls
    record.optsOut = turn.effects.contains { if case .optOut = $0 { true } else { false } }
    let timers = turn.conversation.timers(bot)
    if case .timer = event.kind { record.timers = timers }
    if timers != conversation.timers(bot) { record.timers = timers }
    return turn
  }

  /// The provider counts from when the customer wrote, not from when we heard of it.
  private func windowEnd(_ pending: PendingEvent, _ conversation: Conversation) -> Timestamp? {
    guard case .message = pending.event.kind, let writtenAt = pending.providerAt else {
      return conversation.windowClosesAt
    }
    return min(writtenAt, pending.receivedAt) + Limits.window
  }

  private func isPoison(_ pending: PendingEvent) -> Bool { pending.attempts >= Self.poisonAfter }

  private func isStale(_ pending: PendingEvent) -> Bool {
    guard case .message = pending.event.kind, let writtenAt = pending.providerAt else { return false }
    return pending.receivedAt - writtenAt > Self.staleAfter
  }
}

extension [Effect] {
  fileprivate var messages: [(Content, SendTerms)] {
    compactMap { effect in if case .send(let content, let terms) = effect { (content, terms) } else { nil } }
  }

  fileprivate var calls: [CallRequest] {
    compactMap { effect in if case .call(let request) = effect { request } else { nil } }
  }

  fileprivate var problems: [Problem] {
    compactMap { effect in if case .problem(let problem) = effect { problem } else { nil } }
  }
}
