extension Switchboard {
  /// What the traffic page shows when it is opened.
  struct TrafficSnapshot: Sendable, Encodable {
    var entries: [TrafficSummary]
    var faults: [FaultReport]
    var kinds: [String]
    var calls: [String]
    /// How many entries are kept.
    var limit: Int
  }

  /// What a traffic page is sent, and then what happens.
  struct TrafficWatch: Sendable {
    /// Nil for a page that was here before and only missed ``missed``.
    var snapshot: TrafficSnapshot?
    var missed: [TrafficFeed.Frame]
    var position: String
    var later: AsyncStream<TrafficFeed.Frame>
  }

  /// Watches the traffic from now on.
  ///
  /// - Parameter lastSeen: the id of the last event the page has, if it was here before.
  func watchTraffic(lastSeen: String?) -> TrafficWatch {
    let later = trafficFeed.subscribe { [weak self] subscriber in
      Task { await self?.unsubscribeFromTraffic(subscriber) }
    }
    let missed = trafficFeed.missed(after: lastSeen)
    return TrafficWatch(
      snapshot: missed == nil ? trafficSnapshot : nil, missed: missed ?? [], position: trafficFeed.position,
      later: later)
  }

  private var trafficSnapshot: TrafficSnapshot {
    TrafficSnapshot(
      entries: traffic.all.map(\.summary), faults: faults.reports(at: time.now()), kinds: FaultKind.names,
      calls: ProviderCall.allCases.map(\.rawValue), limit: world.kept)
  }

  private func unsubscribeFromTraffic(_ subscriber: Int) { trafficFeed.unsubscribe(subscriber) }
}
