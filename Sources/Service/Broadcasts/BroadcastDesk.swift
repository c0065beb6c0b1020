import Dialogue
import Journal
import StrictYAML

/// What a loop remembers of the broadcasts it works on.
struct BroadcastDesk: Sendable {
  /// Where each stood when it was looked at last.
  var states: [Int64: BroadcastState] = [:]
  /// Nil for one that goes as fast as it can.
  private var paces: [Int64: TokenBucket?] = [:]

  /// How many of `wanted` rows may go on now, at the broadcast's own rate.
  mutating func take(upTo wanted: Int, of broadcast: Broadcast, now: Timestamp) -> Int {
    guard wanted > 0 else { return 0 }
    let known = paces[broadcast.id] ?? Self.pace(broadcast, now: now)
    guard var pace = known else {
      paces[broadcast.id] = .some(nil)
      return wanted
    }
    var count = 0
    while count < wanted, pace.take(now: now) { count += 1 }
    paces[broadcast.id] = pace
    return count
  }

  mutating func forget(allBut open: [Broadcast]) {
    let ids = Set(open.map(\.id))
    states = states.filter { ids.contains($0.key) }
    paces = paces.filter { ids.contains($0.key) }
  }

  private static func pace(_ broadcast: Broadcast, now: Timestamp) -> TokenBucket? {
    let rate = Rate(
      count: max(1, Int((min(broadcast.rate, 1_000_000) * 1000).rounded())), per: .seconds(1000))
    // What comes together between two looks, and what a late look missed.
    return TokenBucket(rate, burst: broadcast.rate / 2, now: now)
  }
}
