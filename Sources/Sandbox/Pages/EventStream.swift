import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// Live updates of a page ("Server-sent events", WHATWG HTML §9.2): first a snapshot, or what a page that comes
/// back has missed; then what happens.
struct EventStream {
  let switchboard: Switchboard

  func response(to request: Request) async -> Response {
    let lastSeen = HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] }
    let watch = await switchboard.watch(lastSeen: lastSeen)
    let body = ResponseBody { writer in
      // A page that is cut off asks again after a second.
      var first = "retry: 1000\n\n"
      if let snapshot = watch.snapshot {
        first += Self.text(name: "snapshot", snapshot, id: watch.position)
      }
      first += watch.missed.map(Self.text).joined()
      try await writer.write(ByteBuffer(string: first))
      for await frame in watch.later.cancelOnGracefulShutdown() {
        try await writer.write(ByteBuffer(string: Self.text(frame)))
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body)
  }

  private static func text(_ frame: PhoneFeed.Frame) -> String {
    switch frame.event {
    case .customer(let customer): text(name: "customer", customer, id: frame.id)
    case .message(let message): text(name: "message", message, id: frame.id)
    case nil: ": alive\n\n"
    }
  }

  private static func text(name: String, _ value: some Encodable, id: String) -> String {
    "id: \(id)\nevent: \(name)\ndata: \(PageJSON.text(value))\n\n"
  }
}
