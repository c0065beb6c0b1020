import Dialogue

@testable import Journal

/// What a journal must hold, kept in plain arrays.
struct JournalModel {
  struct Event: Equatable {
    var id: Int64?
    var contact: Int64
    /// The message of ours that ended badly; nil for a customer's message.
    var undelivered: Int64?
    var reason = ""
    var isNew = true
    var attempts = 0
  }

  struct Message: Equatable {
    var id: Int64
    var contact: Int64
    var state = OutboxState.queued
    var attempts = 0
    var resends = 0
    var messageID: String?
    var outcomes: [String] = []
  }

  private(set) var numbers: [String] = []
  private(set) var events: [Event] = []
  private(set) var messages: [Message] = []
  private var heard: Set<String> = []
  /// Statuses by message id.
  private(set) var news: [String: Set<String>] = [:]

  // MARK: what is asked

  func pending(_ contact: Int64) -> [Event] { events.filter { $0.contact == contact && $0.isNew } }

  /// A person may retry an older message while a later one is on its way: that comes first.
  func head(_ contact: Int64) -> Message? {
    let waiting = messages.filter { $0.contact == contact && $0.state.holdsBack }
    return waiting.first { $0.state == .sending } ?? waiting.first
  }

  var contacts: [Int64] { numbers.indices.map { Int64($0 + 1) } }

  // MARK: what happens

  /// Whether the message is new.
  mutating func accept(_ messageID: String, from number: String) -> Bool {
    guard heard.insert(messageID).inserted else { return false }
    events.append(Event(contact: contact(number)))
    return true
  }

  mutating func gaveID(_ id: Int64) { events[events.count - 1].id = id }

  mutating func turn(_ index: Int, replies: Int) {
    guard events[index].isNew else { return }
    events[index].isNew = false
    for _ in 0..<replies {
      messages.append(Message(id: Int64(messages.count + 1), contact: events[index].contact))
    }
  }

  mutating func begin(_ id: Int64) {
    change(id) { message in
      guard message.state == .queued else { return }
      message.state = .sending
      message.outcomes.append("")
    }
  }

  /// Whether the contact got an event.
  mutating func move(
    _ id: Int64, to state: OutboxState, outcome: String?, consumes: Bool, isResend: Bool, messageID: String?
  ) -> Bool {
    guard messages[Int(id) - 1].state.holdsBack else { return false }
    change(id) { message in
      message.state = state
      if let outcome {
        if message.outcomes.last == "" { message.outcomes[message.outcomes.count - 1] = outcome }
        if consumes { message.attempts += 1 }
      }
      if isResend { message.resends += 1 }
      if let messageID { message.messageID = messageID }
    }
    if state == .sent, let messageID { return derive(messageID) }
    if state == .dead || state == .expired { return tell(id, state.rawValue) }
    return false
  }

  /// Whether it is new, and whether the contact got an event.
  mutating func hear(_ status: String, of messageID: String) -> (isNew: Bool, failed: Bool) {
    guard news[messageID, default: []].insert(status).inserted else { return (false, false) }
    return (true, derive(messageID))
  }

  mutating func retry(_ id: Int64) {
    change(id) { message in
      guard [.held, .dead, .expired, .unknown].contains(message.state) else { return }
      message.state = .queued
      let wasLost = message.outcomes.contains { ["ambiguous", "crash"].contains($0) }
      message.attempts = wasLost ? 1 : 0
      message.resends = wasLost ? 1 : 0
    }
  }

  mutating func drop(_ id: Int64) {
    change(id) { message in
      if [.held, .queued, .unknown].contains(message.state) { message.state = .dropped }
    }
  }

  mutating func restart(isClean: Bool) {
    if !isClean {
      for contact in contacts {
        if let first = events.firstIndex(where: { $0.contact == contact && $0.isNew }) {
          events[first].attempts += 1
        }
      }
    }
    for index in messages.indices where messages[index].state == .sending {
      messages[index].state = .unknown
      messages[index].attempts += 1
      messages[index].outcomes[messages[index].outcomes.count - 1] = "crash"
    }
  }

  // MARK: steps

  private mutating func contact(_ number: String) -> Int64 {
    if let index = numbers.firstIndex(of: number) { return Int64(index + 1) }
    numbers.append(number)
    return Int64(numbers.count)
  }

  private mutating func change(_ id: Int64, _ body: (inout Message) -> Void) {
    body(&messages[Int(id) - 1])
  }

  private mutating func tell(_ id: Int64, _ reason: String) -> Bool {
    events.append(Event(contact: messages[Int(id) - 1].contact, undelivered: id, reason: reason))
    return true
  }

  private mutating func derive(_ messageID: String) -> Bool {
    guard let index = messages.firstIndex(where: { $0.messageID == messageID }),
      [.sent, .failed, .delivered, .read].contains(messages[index].state)
    else { return false }
    let before = messages[index].state
    let known = news[messageID, default: []]
    let state = ["read", "delivered", "failed"].first(where: known.contains) ?? "sent"
    messages[index].state = OutboxState(rawValue: state) ?? .sent
    guard before != .failed, messages[index].state == .failed else { return false }
    return tell(messages[index].id, "the provider could not deliver it")
  }
}
