/// What odd callbacks leave to be done.
struct CallbackOddities: Sendable {
  /// Statuses that wait for the one after them, by message.
  private var held: [String: Callback] = [:]
  /// Messages of which neither `sent` nor `delivered` is told.
  private var quiet: Set<String> = []

  mutating func hold(_ callback: Callback) { held[callback.messageID] = callback }

  /// The status that waited for this one.
  mutating func overtaken(by callback: Callback) -> Callback? {
    held.removeValue(forKey: callback.messageID)
  }

  mutating func silence(_ messageID: String) { quiet.insert(messageID) }

  /// Whether it is one that is not told; the last one of its message ends the silence.
  mutating func swallows(_ callback: Callback) -> Bool {
    guard quiet.contains(callback.messageID) else { return false }
    if callback.news == "sent" || callback.news == "delivered" { return true }
    quiet.remove(callback.messageID)
    return false
  }
}
