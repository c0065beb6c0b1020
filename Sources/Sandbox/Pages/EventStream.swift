import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// Live updates of a page ("Server-sent events", WHATWG HTML §9.2): first a snapshot, or what a page that comes
/// back has missed; then what happens.
enum EventStream {
  /// The id of the last event a page that comes back has.
  static func lastSeen(by request: Request) -> String? {
    HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] }
  }

  static func response<Snapshot, Event>(
    to watch: PageWatch<Snapshot, Event>, text: @escaping @Sendable (LiveFeed<Event>.Frame) -> String
  ) -> Response {
    let snapshot = watch.snapshot.map { Self.text(name: "snapshot", $0, id: watch.position) } ?? ""
    let (first, later) = (snapshot + watch.missed.map(text).joined(), watch.later)
    let body = ResponseBody { writer in
      // A page that is cut off asks again after a second.
      try await writer.write(ByteBuffer(string: "retry: 1000\n\n" + first))
      for await frame in later.cancelOnGracefulShutdown() {
        try await writer.write(ByteBuffer(string: text(frame)))
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body)
  }

  static func text(name: String, _ value: some Encodable, id: String) -> String {
    "id: \(id)\nevent: \(name)\ndata: \(PageJSON.text(value))\n\n"
  }

  static let signOfLife = ": alive\n\n"
}
