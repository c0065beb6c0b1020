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

  /// Watches the traffic from now on.
  ///
  /// - Parameter lastSeen: the id of the last event the page has, if it was here before.
  func watchTraffic(lastSeen: String?) -> PageWatch<TrafficSnapshot, TrafficEvent> {
    let later = trafficFeed.subscribe { [weak self] subscriber in
      Task { await self?.unsubscribeFromTraffic(subscriber) }
    }
    return PageWatch(trafficFeed, lastSeen: lastSeen, later: later, snapshot: trafficSnapshot)
  }

  private var trafficSnapshot: TrafficSnapshot {
    TrafficSnapshot(
      entries: traffic.all.map(\.summary), faults: faults.reports(at: time.now()), kinds: FaultKind.names,
      calls: ProviderCall.allCases.map(\.rawValue), limit: world.kept)
  }

  private func unsubscribeFromTraffic(_ subscriber: Int) { trafficFeed.unsubscribe(subscriber) }
}
