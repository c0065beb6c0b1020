/// The newest messages, found by id.
struct MessageLog: Sendable {
  private let limit: Int
  private var order: [String] = []
  private var byID: [String: ChatMessage] = [:]

  init(limit: Int) { self.limit = limit }

  /// Oldest first.
  var all: [ChatMessage] { order.compactMap { byID[$0] } }

  /// Of the newest `count`, oldest first.
  func newest(_ count: Int) -> [ChatMessage] { order.suffix(count).compactMap { byID[$0] } }

  /// Newest first.
  func reversed() -> some Sequence<ChatMessage> { order.reversed().lazy.compactMap { byID[$0] } }

  subscript(id: String) -> ChatMessage? { byID[id] }

  mutating func append(_ message: ChatMessage) {
    order.append(message.id)
    byID[message.id] = message
    guard order.count > limit + limit / 4 else { return }
    for id in order.prefix(order.count - limit) { byID[id] = nil }
    order.removeFirst(order.count - limit)
  }

  /// - Returns: the message as it is now; nil if it is forgotten.
  mutating func update(_ id: String, _ change: (inout ChatMessage) -> Void) -> ChatMessage? {
    guard var message = byID[id] else { return nil }
    change(&message)
    byID[id] = message
    return message
  }
}
