import Dialogue
import ScenarioFile

/// What a bot runs in while it is rehearsed: the daemon's engine with a clock, a provider and a journal in memory.
///
/// Everything happens at once: a message is sent, arrives and is answered at the same moment of a clock that only
/// ``wait(_:)`` and ``advance(to:)`` move. A value, so that a copy is a moment to go back to.
package struct World: Sendable {
  package var bot: RehearsedBot
  package internal(set) var now: Timestamp
  /// What services answer; where it holds nothing, a call waits for ``answer(_:to:)``.
  package var services: CallTable
  /// The language of customers that come.
  package var language: String?
  /// All that happened, in order.
  package internal(set) var happenings: [Happening] = []
  var customers: [String: Customer] = [:]
  /// Their numbers in the order they came.
  var order: [String] = []
  private var names: [String: String] = [:]
  var inboxes: [String: [Event]] = [:]
  /// Whether an inbox is being run.
  var isRunning = false
  /// The ids of the messages that were taken.
  var heard: Set<String> = []
  private var lastID: Int64 = 0

  package init(_ bot: RehearsedBot, now: Timestamp, services: CallTable = CallTable()) {
    self.bot = bot
    self.now = now
    self.services = services
  }

  /// Says what the provider knows of a customer who has not come yet.
  package mutating func name(_ number: String, _ name: String?) { names[number] = name }

  /// What is kept of a customer.
  func customer(_ number: String) -> Customer {
    if let known = customers[number] { return known }
    var new = Customer(number: number, name: names[number])
    new.vars["lang"] = language
    return new
  }

  /// Changes what is kept of a customer, and keeps it as the journal does.
  mutating func change(_ number: String, _ body: (inout Customer) -> Void) {
    var customer = customer(number)
    body(&customer)
    if customers[number] == nil { order.append(number) }
    do {
      customers[number] = try customer.savedAndReadBack()
    } catch {
      customers[number] = customer
      note(.broke("\(error)"), number)
    }
  }

  mutating func note(_ kind: Happening.Kind, _ number: String) {
    happenings.append(Happening(number: number, at: now, kind: kind))
  }

  /// A number that nothing had before.
  mutating func nextID() -> Int64 {
    lastID += 1
    return lastID
  }
}
