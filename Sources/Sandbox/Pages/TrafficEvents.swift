import Hummingbird

/// What the traffic page hears.
struct TrafficEvents {
  let switchboard: Switchboard

  func response(to request: Request) async -> Response {
    EventStream.response(
      to: await switchboard.watchTraffic(lastSeen: EventStream.lastSeen(by: request)), text: Self.text)
  }

  @Sendable private static func text(_ frame: TrafficFeed.Frame) -> String {
    switch frame.event {
    case .entry(let summary): EventStream.text(name: "entry", summary, id: frame.id)
    case .faults(let faults): EventStream.text(name: "faults", faults, id: frame.id)
    case .fault(let fault): EventStream.text(name: "fault", fault, id: frame.id)
    case .cleared: EventStream.text(name: "cleared", [String](), id: frame.id)
    case nil: EventStream.signOfLife
    }
  }
}
