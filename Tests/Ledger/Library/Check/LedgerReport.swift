/// What a check found.
package struct LedgerReport: Sendable, CustomStringConvertible {
  package var violations: [Violation] = []
  package var sent = 0
  package var acknowledged = 0
  package var kept = 0
  package var replies = 0
  package var received = 0
  /// Replies the customer got twice, because the provider's answer was lost.
  package var receivedTwice = 0
  /// Replies of which an answer was lost.
  package var lostAnswers = 0

  package var description: String {
    var lines = [
      "\(sent) messages sent, \(acknowledged) acknowledged, \(kept) kept",
      "\(replies) replies, \(received) times received; \(lostAnswers) had an answer that was lost, "
        + "\(receivedTwice) of them were received twice",
    ]
    lines.append(violations.isEmpty ? "every promise was kept" : "\(violations.count) promises were broken:")
    lines += violations.map { "  \($0)" }
    return lines.joined(separator: "\n")
  }
}
