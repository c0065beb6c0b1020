import Dialogue

extension World {
  /// More events than this at one moment are a circle: a message that is not sent, and whose `not_sent` sends it.
  private static let eventsAtOnce = 200

  /// Puts an event into the customer's inbox, and runs what may run there.
  mutating func post(_ kind: Event.Kind, to number: String) {
    inboxes[number, default: []].append(Event(kind, id: nextID()))
    guard !isRunning else { return }
    isRunning = true
    defer { isRunning = false }
    var left = Self.eventsAtOnce
    while let event = nextEvent(of: number) {
      guard left > 0 else {
        inboxes[number] = nil
        return note(.broke("\(Self.eventsAtOnce) events followed from each other at one moment"), number)
      }
      left -= 1
      run(event, of: number)
    }
  }

  /// The oldest event that may be run: while a call is under way, messages wait.
  private mutating func nextEvent(of number: String) -> Event? {
    let isCalling = customers[number]?.conversation.call != nil
    let index = inboxes[number]?.firstIndex { event in
      if isCalling, case .message = event.kind { false } else { true }
    }
    guard let index else { return nil }
    return inboxes[number]?.remove(at: index)
  }
}
