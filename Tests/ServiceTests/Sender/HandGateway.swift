import Dialogue
import Gateway
import Synchronization

/// A gateway whose every send waits until the test answers it.
final class HandGateway: Gateway {
  struct Pending: Sendable {
    var message: OutboundMessage
    var answer: @Sendable (SendResult) -> Void

    var text: String? {
      guard case .text(let text) = message.content else { return nil }
      return text
    }
  }

  private let arrivals: AsyncStream<Pending>
  private let arrival: AsyncStream<Pending>.Continuation
  private let count = Mutex(0)

  init() { (arrivals, arrival) = AsyncStream.makeStream() }

  /// Sends so far.
  var sends: Int { count.withLock { $0 } }

  /// The next send, in the order in which they began.
  func next() async -> Pending {
    for await pending in arrivals { return pending }
    return Pending(message: .init(channel: .sample, recipient: "", content: .text("")), answer: { _ in })
  }

  func send(_ message: OutboundMessage) async -> SendResult {
    count.withLock { $0 += 1 }
    return await withCheckedContinuation { continuation in
      arrival.yield(Pending(message: message) { continuation.resume(returning: $0) })
    }
  }
}
