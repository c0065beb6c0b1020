/// Live events for any number of pages, and what a page missed that was away for a while.
struct LiveFeed<Event: Sendable>: Sendable {
  struct Frame: Sendable {
    /// Nil for a sign of life.
    var event: Event?
    /// What a page that comes back names as the last it saw.
    var id: String
  }

  /// Tells a restarted sandbox's events from those of the one before.
  private let run = String(UInt32.random(in: .min ... .max), radix: 36)
  private var log: BoundedLog<Event>
  private var subscribers: [Int: AsyncStream<Frame>.Continuation] = [:]
  private var lastSubscriber = 0

  init(limit: Int) { log = BoundedLog(limit: limit) }

  /// The id of the last event.
  var position: String { id(log.count) }

  private func id(_ number: Int) -> String { "\(run)-\(number)" }

  /// The events after the one with this id; nil if they are not known, and a page must start anew.
  func missed(after id: String?) -> [Frame]? {
    guard let parts = id?.split(separator: "-"), parts.count == 2, parts[0] == run,
      let seen = Int(parts[1]), let events = log.entries(after: seen)
    else { return nil }
    return zip((seen + 1)..., events).map { Frame(event: $1, id: self.id($0)) }
  }

  mutating func publish(_ event: Event) {
    log.append(event)
    send(Frame(event: event, id: position))
  }

  /// Shows every page, and every network between, that the line is open.
  mutating func beat() { send(Frame(event: nil, id: position)) }

  private mutating func send(_ frame: Frame) {
    for (subscriber, continuation) in subscribers {
      // A page that cannot keep up is cut off: it comes back and asks for what it missed.
      if case .enqueued = continuation.yield(frame) { continue }
      continuation.finish()
      subscribers[subscriber] = nil
    }
  }

  mutating func subscribe(onEnd: @escaping @Sendable (Int) -> Void) -> AsyncStream<Frame> {
    lastSubscriber += 1
    let subscriber = lastSubscriber
    let (stream, continuation) = AsyncStream.makeStream(
      of: Frame.self, bufferingPolicy: .bufferingOldest(1000))
    continuation.onTermination = { _ in onEnd(subscriber) }
    subscribers[subscriber] = continuation
    return stream
  }

  mutating func unsubscribe(_ subscriber: Int) { subscribers[subscriber] = nil }
}
