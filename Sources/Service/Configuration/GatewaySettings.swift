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
  /// Whether nothing else writes to these customers, which makes a status nobody knows ours.
  package var exclusive: Bool

  package init(
    baseURL: String = "https://api.wappin.id", rate: Rate = Rate(perSecond: 20),
    contactRate: Rate = Rate(perSecond: 1), contactBurst: Int = 10, onAmbiguous: OnAmbiguous = .resend,
    settle: Duration = .seconds(90), exclusive: Bool = false
  ) {
    self.baseURL = baseURL
    self.rate = rate
    self.contactRate = contactRate
    self.contactBurst = contactBurst
    self.onAmbiguous = onAmbiguous
    self.settle = settle
    self.exclusive = exclusive
  }
}

/// So many in a time.
package struct Rate: Sendable, Equatable {
  package var perSecond: Double

  package init(perSecond: Double) { self.perSecond = perSecond }

  /// `20/s`, `600/m` or `3600/h`; nil if `text` is no such rate or not above zero.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let units: [String: Double] = ["s": 1, "m": 60, "h": 3600]
    guard parts.count == 2, let count = Double(parts[0]), count > 0, count.isFinite,
      let unit = units[String(parts[1])]
    else { return nil }
    perSecond = count / unit
  }
}
