import Dialogue
import ScenarioFile

extension World {
  /// The customer writes; nil for a message without text.
  package mutating func hear(_ text: String?, from number: String) {
    take(Customer.HeardMessage(id: "m\(nextID())", text: text), from: number)
  }

  /// The provider brings the customer's last message once more.
  package mutating func hearAgain(from number: String) {
    guard let message = customer(number).lastHeard else { return }
    take(message, from: number)
  }

  private mutating func take(_ message: Customer.HeardMessage, from number: String) {
    guard heard.insert(message.id).inserted else { return note(.repeated, number) }
    change(number) { $0.lastHeard = message }
    sayHeld(to: number)
    post(.message(text: message.text), to: number)
  }

  /// A person writes to the customer.
  package mutating func agentWrites(_ text: String, to number: String) {
    note(.agentSaid(text), number)
    post(.agent, to: number)
  }

  /// A scenario is started, or variables are set, before the talk.
  package mutating func start(_ scenario: String?, _ vars: [String: String], with number: String) {
    post(.start(scenario: scenario, vars: vars), to: number)
  }

  /// The provider tells what became of one of the bot's last messages to the customer, which are counted from 0.
  package mutating func tell(_ status: DeliveryStatus, of index: Int, to number: String) {
    let messages = customer(number).lastMessages
    guard status == .failed, messages.indices.contains(index) else { return }
    let message = messages[index]
    change(number) { $0.lastMessages[index].isLost = true }
    post(
      .undelivered(outboxID: message.id, reason: "the provider could not deliver it", note: message.note),
      to: number)
  }

  /// A service answers the call that waits.
  package mutating func answer(_ outcome: CallOutcome, to number: String) {
    guard let call = customer(number).call else { return }
    change(number) { $0.call = nil }
    post(.callEnded(serial: call.request.serial, outcome), to: number)
  }

  /// The daemon ends and starts again: what is not saved is gone.
  package mutating func restart() {
    for number in order { change(number) { _ in } }
  }
}
