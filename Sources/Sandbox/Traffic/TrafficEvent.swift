/// What the traffic page is told as it happens.
enum TrafficEvent: Sendable {
  /// New, or changed since it was told.
  case entry(TrafficSummary)
  case faults([FaultReport])
  /// One that struck.
  case fault(FaultReport)
  case cleared
}

typealias TrafficFeed = LiveFeed<TrafficEvent>
