import Dialogue
import Foundation
import Journal
import Service

/// How far a broadcast is, in one line.
struct BroadcastProgress {
  private static let width = 24
  /// The rate is that of the last seconds.
  private static let memory = Duration.seconds(15)

  private var looks: [(at: Duration, ended: Int)] = []

  /// - Parameter time: since any start.
  mutating func line(_ item: BroadcastItem, at time: Duration) -> String {
    let tally = item.tally
    looks.append((time, tally.ended))
    while looks.count > 2, time - looks[0].at > Self.memory { looks.removeFirst() }
    let total = max(tally.total, 1)
    let filled = tally.ended * Self.width / total
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: Self.width - filled)
    var parts = ["[\(bar)]", "\(tally.ended)/\(tally.total)"]
    switch item.state {
    case .planned where tally.ended == tally.skipped:
      parts.append("begins \(item.dueAt.date.formatted(.iso8601))")
    case .paused: parts.append("paused")
    default:
      if let rate {
        parts.append("\(rate.formatted(.number.precision(.fractionLength(rate < 10 ? 1 : 0))))/s")
        if item.endedAt == nil, rate > 0 {
          parts.append(Self.words(seconds: Int(Double(tally.total - tally.ended) / rate)) + " left")
        }
      }
    }
    parts.append("sent \(tally.sent)")
    for (name, count) in [
      ("failed", tally.failed), ("skipped", tally.skipped), ("uncertain", tally.uncertain),
    ] where count > 0 { parts.append("\(name) \(count)") }
    return parts.joined(separator: "  ")
  }

  private var rate: Double? {
    guard let first = looks.first, let last = looks.last, last.at - first.at >= .seconds(1) else {
      return nil
    }
    return Double(last.ended - first.ended) / ((last.at - first.at) / .seconds(1))
  }

  /// `45 s`, `12 min`, `3 h 20 min`
  static func words(seconds: Int) -> String {
    switch seconds {
    case ..<100: "\(seconds) s"
    case ..<5400: "\((seconds + 59) / 60) min"
    default: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
  }
}
