import Dialogue

/// When a message that the provider did not know is asked about again: it may not know it yet.
struct InquiryRetries: Sendable {
  /// After each time it was not found.
  static let pauses: [Duration] = [.seconds(5), .seconds(30), .seconds(120), .seconds(600)]

  private struct Retry {
    var step: Int
    var dueAt: Timestamp
  }

  /// By the provider's id.
  private var retries: [String: Retry] = [:]

  /// Whether it may be asked about now.
  func isDue(_ messageID: String, now: Timestamp) -> Bool {
    retries[messageID].map { $0.dueAt <= now } ?? true
  }

  /// It was not found.
  ///
  /// - Returns: false if that was often enough.
  mutating func missed(_ messageID: String, now: Timestamp) -> Bool {
    let step = retries[messageID]?.step ?? 0
    guard step < Self.pauses.count else {
      retries[messageID] = nil
      return false
    }
    retries[messageID] = Retry(step: step + 1, dueAt: now + Self.pauses[step])
    return true
  }

  mutating func forget(_ messageID: String) { retries[messageID] = nil }
}
