import Foundation

extension Switchboard {
  /// What was exchanged, oldest first.
  package func exchanges(_ filter: TrafficFilter = TrafficFilter()) -> [TrafficEntry] {
    let found = traffic.all.filter(filter.takes)
    return Array(filter.limit.map { found.suffix($0) } ?? found[...])
  }

  package func exchange(_ id: Int) -> TrafficEntry? { traffic[id] }

  /// Forgets what was received and sent; messages and customers stay.
  package func forgetExchanges() {
    traffic.clear()
    forgetCalls()
    trafficFeed.publish(.cleared)
  }

  /// Writes an exchange down that begins.
  ///
  /// - Returns: its id.
  func begin(_ entry: TrafficEntry) -> Int {
    var entry = entry
    // An inquiry names a message, and thereby its customer.
    if entry.number == nil, let id = entry.messageID { entry.number = messages[id]?.customer }
    let written = traffic.append(entry)
    trafficFeed.publish(.entry(written.summary))
    return written.id
  }

  /// Writes down what is new of an exchange.
  func change(exchange id: Int, _ change: @Sendable (inout TrafficEntry) -> Void) {
    guard let entry = traffic.update(id, change) else { return }
    trafficFeed.publish(.entry(entry.summary))
  }
}
