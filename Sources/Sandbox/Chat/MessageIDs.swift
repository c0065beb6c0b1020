import Foundation

/// Message ids like the provider's, `5cdbe77d09ee7`: seconds and microseconds since 1970 in hex, 8 and 5 digits.
struct MessageIDs: Sendable {
  private var last: Int64 = 0

  /// An id no call gave before.
  mutating func next(at now: Date) -> String {
    last = max(last + 1, Int64(now.timeIntervalSince1970 * 1_000_000))
    let (seconds, micros) = last.quotientAndRemainder(dividingBy: 1_000_000)
    return Self.hex(seconds, digits: 8) + Self.hex(micros, digits: 5)
  }

  private static func hex(_ value: Int64, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
