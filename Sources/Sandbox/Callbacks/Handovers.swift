/// Which messages' callbacks are on their way for the first time, and who waits for them.
struct Handovers: Sendable {
  private var pending: [String: Int] = [:]
  private var waiting: [String: [AsyncStream<Never>.Continuation]] = [:]

  mutating func begin(_ messageID: String) { pending[messageID, default: 0] += 1 }

  /// A first try is over.
  mutating func end(_ messageID: String) {
    guard let count = pending[messageID] else { return }
    pending[messageID] = count > 1 ? count - 1 : nil
    guard count <= 1 else { return }
    for continuation in waiting.removeValue(forKey: messageID) ?? [] { continuation.finish() }
  }

  /// A first try was in vain: what comes after it in the chat waits for the next, and nobody waits for that.
  mutating func giveUp(_ messageID: String) {
    for continuation in waiting.removeValue(forKey: messageID) ?? [] { continuation.finish() }
  }

  /// Ends when none of a message's callbacks is on its way.
  mutating func over(_ messageID: String) -> AsyncStream<Never> {
    let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
    if pending[messageID] == nil {
      continuation.finish()
    } else {
      waiting[messageID, default: []].append(continuation)
    }
    return stream
  }
}
