import StrictYAML

/// How messages are sent.
package struct GatewaySettings: Sendable, Equatable {
  package enum OnAmbiguous: String, Sendable, CaseIterable {
    /// Sent once more: the customer may get it twice.
    case resend
    /// Kept until a person decides.
    case hold
  }

  package var baseURL: String
  /// Of one channel.
  package var rate: Rate
  /// Of one contact, after ``contactBurst`` messages at once.
  package var contactRate: Rate
  package var contactBurst: Int
  package var onAmbiguous: OnAmbiguous
  /// How long a message whose answer was lost waits for news of it.
  package var settle: Duration
  /// Whether nothing else writes to the customers of these projects: no person in the provider's panel, no dashboard
  /// keyword, no other system. Then a status that belongs to no known message belongs to one whose answer was lost.
  package var isExclusive: Bool

  package init(
    baseURL: String = "https://api.wappin.id", rate: Rate = Rate(count: 20, per: .seconds(1)),
    contactRate: Rate = Rate(count: 1, per: .seconds(1)), contactBurst: Int = 10,
    onAmbiguous: OnAmbiguous = .resend,
    settle: Duration = .seconds(90), isExclusive: Bool = false
  ) {
    self.baseURL = baseURL
    self.rate = rate
    self.contactRate = contactRate
    self.contactBurst = contactBurst
    self.onAmbiguous = onAmbiguous
    self.settle = settle
    self.isExclusive = isExclusive
  }
}

extension Rate {
  package var perSecond: Double {
    Double(count) * 1000
      / Double(max(1, per.components.seconds * 1000 + per.components.attoseconds / 1_000_000_000_000_000))
  }
}
