import Dialogue
import StrictYAML

/// How fast messages go to one contact: a burst at once, then so many a second (the generic cell rate algorithm).
struct ContactPace: Sendable {
  private let interval: Double
  private let slack: Double
  /// For each contact that had a message lately: when, at the even rate, its stock would be full again.
  private var fullAt: [Int64: Double] = [:]
  private var sweepAt = 1024

  /// Nil for a rate that limits nothing.
  init?(_ rate: Rate, burst: Int) {
    guard rate.perSecond.isFinite, rate.perSecond < 100_000 else { return nil }
    interval = 1000 / rate.perSecond
    slack = interval * Double(max(burst, 1) - 1)
  }

  /// When the contact may get its next message.
  func next(_ contact: Int64, now: Timestamp) -> Timestamp {
    guard let full = fullAt[contact] else { return now }
    return max(now, Timestamp(milliseconds: Int64((full - slack).rounded(.up))))
  }

  mutating func spend(_ contact: Int64, now: Timestamp) {
    let now = Double(now.milliseconds)
    fullAt[contact] = max(fullAt[contact] ?? now, now) + interval
    if fullAt.count >= sweepAt {
      fullAt = fullAt.filter { $0.value > now }
      sweepAt = max(1024, fullAt.count * 2)
    }
  }
}
