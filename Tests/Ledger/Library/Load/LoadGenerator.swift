/// Plays the provider's customers: each writes one message after the other, all at the same time.
///
/// A message is sent again until it is answered with `000`, as the provider does but without its limit of four, and now
/// and then once more after that.
package struct LoadGenerator: Sendable {
  package struct Plan: Sendable {
    package var address: CallbackAddress
    /// Begins every number and every message id, so that two loads do not meet.
    package var prefix = "6281"
    package var contacts = 8
    /// How many messages come from one number, before another goes on: a bot does not answer many more in a short time.
    package var messagesPerNumber = 30
    /// Whether a customer writes another message, by the number of those sent.
    package var goesOn: @Sendable (Int) -> Bool = { $0 < 20 }
    /// Of 100 messages, how many are sent again after their `000`.
    package var repeats = 10
    /// The message with this id; must hold the id.
    package var text: @Sendable (_ id: String) -> String = { "tanya \($0)" }

    package init(_ address: CallbackAddress) { self.address = address }
  }

  /// The daemon did not answer for so long that it will not.
  package struct GaveUp: Error, CustomStringConvertible {
    package var description: String
  }

  private static let tries = 1500
  private static let pause = Duration.milliseconds(20)

  private let plan: Plan
  private let ledger: LineFile<LoadLine>

  package init(_ plan: Plan, ledger: LineFile<LoadLine>) {
    self.plan = plan
    self.ledger = ledger
  }

  /// Returns when every customer is through and has every acknowledgement.
  package func run() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for contact in 0..<plan.contacts {
        group.addTask { try await write(as: contact) }
      }
      try await group.waitForAll()
    }
  }

  private func write(as contact: Int) async throws {
    var ordinal = 0
    while plan.goesOn(ordinal) {
      let number = "\(plan.prefix)\(1000 + contact)\(ordinal / plan.messagesPerNumber)"
      let id = "\(number)-\(ordinal)"
      try ledger.append(.sent(id: id, number: number, ordinal: ordinal))
      try await deliver(id, number: number)
      try ledger.append(.acknowledged(id: id))
      if (contact &* 31 &+ ordinal &* 17) % 100 < plan.repeats { try await deliver(id, number: number) }
      ordinal += 1
    }
  }

  private func deliver(_ id: String, number: String) async throws {
    var reason = ""
    for _ in 0..<Self.tries {
      do {
        if try await plan.address.post(message: id, from: number, text: plan.text(id)) { return }
        reason = "it does not answer 000"
      } catch {
        try Task.checkCancellation()
        reason = "\(error)"
      }
      try await Task.sleep(for: Self.pause)
    }
    throw GaveUp(description: "\(plan.address.url) does not take \(id): \(reason)")
  }
}
