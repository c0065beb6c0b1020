import Dialogue

extension World {
  /// What is kept of a customer.
  package struct Snapshot: Sendable {
    package var contact: Contact
    package var conversation: Conversation
    package var timers: [TimerKind: Timestamp]
    /// The call that waits for an answer.
    package var call: CallRequest?
  }

  /// That nothing happens with a customer, and what will be next.
  func nothing(with number: String) -> Happening {
    let next = customer(number).timers.min { $0.value < $1.value }
    return Happening(number: number, at: now, kind: .nothing(next: next.map { ($0.key, $0.value) }))
  }

  package func snapshot(of number: String) -> Snapshot {
    let customer = customer(number)
    return Snapshot(
      contact: customer.contact, conversation: customer.conversation, timers: customer.timers,
      call: customer.call?.request)
  }
}
