import Dialogue
import StrictYAML

/// So many a second, with a small stock for a start.
struct TokenBucket: Sendable {
  private let perMillisecond: Double
  private let capacity: Double
  private var stock: Double
  private var filledAt: Timestamp

  /// Nil for a rate that limits nothing.
  init?(_ rate: Rate, burst: Double, now: Timestamp) {
    guard rate.perSecond.isFinite, rate.perSecond < 100_000 else { return nil }
    perMillisecond = rate.perSecond / 1000
    capacity = max(burst, 1)
    stock = capacity
    filledAt = now
  }

  /// Takes one, if there is one.
  mutating func take(now: Timestamp) -> Bool {
    fill(now)
    guard stock >= 1 else { return false }
    stock -= 1
    return true
  }

  /// Gives back one that was not used.
  mutating func giveBack() { stock = min(stock + 1, capacity) }

  /// When there will be one.
  mutating func next(now: Timestamp) -> Timestamp {
    fill(now)
    guard stock < 1 else { return now }
    return now + .milliseconds(Int64(((1 - stock) / perMillisecond).rounded(.up)))
  }

  private mutating func fill(_ now: Timestamp) {
    let elapsed = now.milliseconds - filledAt.milliseconds
    guard elapsed > 0 else { return }
    stock = min(capacity, stock + Double(elapsed) * perMillisecond)
    filledAt = now
  }
}
