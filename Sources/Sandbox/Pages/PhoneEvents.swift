import Hummingbird

/// What the phone's page hears.
struct PhoneEvents {
  let switchboard: Switchboard

  func response(to request: Request) async -> Response {
    let watch = await switchboard.watch(lastSeen: EventStream.lastSeen(by: request))
    let snapshot = watch.snapshot.map { EventStream.text(name: "snapshot", $0, id: watch.position) } ?? ""
    return EventStream.response(
      first: snapshot + watch.missed.map(Self.text).joined(), later: watch.later, text: Self.text)
  }

  @Sendable private static func text(_ frame: PhoneFeed.Frame) -> String {
    switch frame.event {
    case .customer(let customer): EventStream.text(name: "customer", customer, id: frame.id)
    case .message(let message): EventStream.text(name: "message", message, id: frame.id)
    case .time(let now): EventStream.text(name: "time", now, id: frame.id)
    case nil: EventStream.signOfLife
    }
  }
}
