/// Which message of the journal each message at the provider was.
struct Receipts {
  private var byMessage: [Int64: [ProviderLine]] = [:]
  /// What nothing in the journal explains.
  private(set) var strangers: [ProviderLine] = []
  /// Outbox ids in the order they reached the provider, by customer.
  private(set) var order: [String: [Int64]] = [:]

  /// A message is known by the id the provider gave it, else by customer and content.
  init(_ provider: [ProviderLine], of messages: [JournalRecord.Message]) {
    let byContent = Dictionary(grouping: messages) { Key(number: $0.number, content: $0.content) }
    for line in provider.sorted(by: { $0.sequence < $1.sequence }) {
      let alike = byContent[Key(number: line.recipient, content: line.content)] ?? []
      let message = alike.first { $0.messageID != nil && $0.messageID == line.messageID } ?? alike.first
      guard let message else {
        strangers.append(line)
        continue
      }
      byMessage[message.id, default: []].append(line)
      order[message.number, default: []].append(message.id)
    }
  }

  /// What the provider took, refusals left out.
  func taken(of id: Int64) -> [ProviderLine] {
    byMessage[id, default: []].filter { ![.refused, .postponed].contains($0.answer) }
  }

  private struct Key: Hashable {
    var number: String
    var content: String
  }
}
