/// What a page is sent, and then what happens.
struct PageWatch<Snapshot: Sendable & Encodable, Event: Sendable>: Sendable {
  /// Nil for a page that was here before and only missed ``missed``.
  var snapshot: Snapshot?
  var missed: [LiveFeed<Event>.Frame]
  /// The id of the last event before ``later``.
  var position: String
  var later: AsyncStream<LiveFeed<Event>.Frame>

  /// Watches a feed from now on.
  ///
  /// - Parameters:
  ///   - lastSeen: the id of the last event the page has, if it was here before.
  ///   - later: a subscription to the feed.
  init(
    _ feed: LiveFeed<Event>, lastSeen: String?, later: AsyncStream<LiveFeed<Event>.Frame>,
    snapshot: @autoclosure () -> Snapshot
  ) {
    let missed = feed.missed(after: lastSeen)
    self.snapshot = missed == nil ? snapshot() : nil
    self.missed = missed ?? []
    position = feed.position
    self.later = later
  }
}
