/// The ids of messages something is still to happen to, by chat; of each chat the newest 500.
struct WaitingMessages: Sendable {
  private var ids: [Chat: [String]] = [:]

  mutating func add(_ id: String, in chat: Chat) {
    ids[chat, default: []].append(id)
    if let waiting = ids[chat], waiting.count > 1000 { ids[chat] = waiting.suffix(500) }
  }

  mutating func take(_ chat: Chat) -> [String] { ids.removeValue(forKey: chat) ?? [] }
}
