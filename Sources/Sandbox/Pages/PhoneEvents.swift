import Hummingbird

/// What the phone's page hears.
struct PhoneEvents {
  let switchboard: Switchboard

  func response(to request: Request) async -> Response {
    EventStream.response(
      to: await switchboard.watch(lastSeen: EventStream.lastSeen(by: request)), text: Self.text)
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
