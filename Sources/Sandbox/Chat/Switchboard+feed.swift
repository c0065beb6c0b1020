extension Switchboard {
  /// What a page shows when it is opened.
  struct Snapshot: Sendable, Encodable {
    struct Business: Sendable, Encodable {
      var id: String
      var name: String
    }

    var projects: [Business]
    var customers: [Customer]
    var messages: [ChatMessage]
    /// Where callbacks go.
    var callback: String?
    /// How long after a customer's last message a project may write freely, in seconds; nil for ever.
    var session: Double?
    /// By the stand-in's clock; milliseconds since 1970 UTC.
    var now: Int64
  }

  /// Watches what happens from now on.
  ///
  /// - Parameter lastSeen: the id of the last event the page has, if it was here before.
  func watch(lastSeen: String?) -> PageWatch<Snapshot, PhoneEvent> {
    let later = feed.subscribe { [weak self] subscriber in
      Task { await self?.unsubscribe(subscriber) }
    }
    return PageWatch(feed, lastSeen: lastSeen, later: later, snapshot: snapshot)
  }

  private var snapshot: Snapshot {
    Snapshot(
      projects: world.projects.map { .init(id: $0.id, name: $0.name) }, customers: customers,
      messages: messages.newest(2000), callback: target?.url,
      session: world.session.map { $0 / .seconds(1) },
      now: time.now().milliseconds)
  }

  private func unsubscribe(_ subscriber: Int) { feed.unsubscribe(subscriber) }

  /// Shows every page that the line is open, and does what has become due.
  func beat() {
    feed.beat()
    trafficFeed.beat()
    sendDueShortMessages()
  }
}
