import DequeModule
import Gateway

/// How many of a channel's last messages the provider refused as wrong: a few always are, many are a bot's
/// mistake.
struct WrongShare: Sendable {
  /// What a person must hear: `count` of the last `total`.
  struct Alarm: Sendable, Hashable {
    var count: Int
    var total: Int
  }

  private static let window = 200
  /// Below this many a share says nothing.
  private static let least = 100
  /// One in so many is not yet an alarm.
  private static let allowed = 100
  private static let codes: Set<String> = ["400", "http-400"]

  private var recent: Deque<Bool> = []
  private var count = 0
  private var isTold = false

  /// Takes in the end of a send, if the provider decided about it.
  ///
  /// - Returns: an alarm when the share has just grown too large; the next only after it fell again.
  mutating func ended(_ result: SendResult) -> Alarm? {
    switch result.outcome {
    case .accepted, .permanent, .unreachable, .rejected: break
    case .throttled, .notSent, .config, .ambiguous: return nil
    }
    let isWrong = result.outcome == .permanent && Self.codes.contains(result.code)
    recent.append(isWrong)
    if isWrong { count += 1 }
    if recent.count > Self.window, recent.removeFirst() { count -= 1 }
    guard recent.count >= Self.least else { return nil }
    let isTooLarge = count * Self.allowed > recent.count
    defer { isTold = isTooLarge }
    return isTooLarge && !isTold ? Alarm(count: count, total: recent.count) : nil
  }
}
