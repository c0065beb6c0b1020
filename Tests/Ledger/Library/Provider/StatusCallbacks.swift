/// Tells a daemon what became of its messages: `sent`, `delivered` and `read`, in this order.
package struct StatusCallbacks: Sendable {
  private let address: CallbackAddress
  private let waiting: AsyncStream<(id: String, recipient: String)>
  private let announcing: AsyncStream<(id: String, recipient: String)>.Continuation

  package init(_ address: CallbackAddress) {
    self.address = address
    (waiting, announcing) = AsyncStream.makeStream()
  }

  func announce(_ id: String, recipient: String) { announcing.yield((id, recipient)) }

  func run() async {
    await withDiscardingTaskGroup { group in
      for await message in waiting {
        group.addTask { await tell(message.id, message.recipient) }
      }
    }
  }

  private func tell(_ id: String, _ recipient: String) async {
    for status in ["sent", "delivered", "read"] {
      // Once and three times more, as the provider does; a status may get lost.
      for _ in 0..<4 where !Task.isCancelled {
        if (try? await address.post(status: status, of: id, to: recipient)) == true { break }
      }
    }
  }
}
