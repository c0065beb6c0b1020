import Dialogue
import StrictYAML

/// What broadcasts may have of a channel: three quarters of its rate and of its sends at once. The rest is for people
/// who talk to the bot, so that none of them waits behind a broadcast.
struct BroadcastShare: Sendable {
  private var bucket: TokenBucket?
  private var inFlight = 0

  /// - Parameter rate: the channel's.
  init(_ rate: Rate, now: Timestamp) { use(rate, now: now) }

  mutating func use(_ rate: Rate, now: Timestamp) {
    let share = Self.share(of: rate)
    bucket = TokenBucket(share, burst: share.perSecond / 4, now: now)
  }

  /// Three quarters of `rate`.
  static func share(of rate: Rate) -> Rate { Rate(count: rate.count * 3, per: rate.per * 4) }

  /// Whether another one may be under way where `limit` of all kinds may.
  func hasRoom(of limit: Int) -> Bool { inFlight < max(1, limit * 3 / 4) }

  /// Until when the share is used up; nil if it is not.
  mutating func closed(now: Timestamp) -> Timestamp? {
    guard let until = bucket?.next(now: now), until > now else { return nil }
    return until
  }

  mutating func take(now: Timestamp) {
    _ = bucket?.take(now: now)
    inFlight += 1
  }

  mutating func giveBack() {
    bucket?.giveBack()
    inFlight -= 1
  }

  mutating func leave() { inFlight -= 1 }
}
