import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Reads a sandbox's server-sent events one by one.
final class EventReader {
  private var body: HTTPClientResponse.Body.AsyncIterator
  private var unread = ""
  let type: String?

  /// Connects, and waits for the answer's head.
  init(_ guest: Guest, lastSeen: String? = nil, path: String = "/sandbox/events") async throws {
    var request = HTTPClientRequest(url: "\(guest.address)\(path)")
    if let lastSeen { request.headers.add(name: "Last-Event-ID", value: lastSeen) }
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(20))
    type = response.headers.first(name: "Content-Type")
    body = response.body.makeAsyncIterator()
  }

  /// The next event as it was written, for example `id: …`, `event: …`, `data: …`.
  func next() async throws -> String {
    while true {
      if let end = unread.range(of: "\n\n") {
        let event = String(unread[..<end.lowerBound])
        unread = String(unread[end.upperBound...])
        if event.hasPrefix("id:") { return event }
        continue
      }
      guard let more = try await body.next() else { return "" }
      unread += String(buffer: more)
    }
  }

  /// The first event from here on that meets a condition.
  func first(where isMet: (String) -> Bool) async throws -> String {
    while true {
      let event = try await next()
      if event.isEmpty || isMet(event) { return event }
    }
  }
}

extension String {
  /// The id of an event.
  var eventID: String? {
    split(separator: "\n").first { $0.hasPrefix("id: ") }.map { String($0.dropFirst(4)) }
  }
  /// The name of an event.
  var eventName: String? {
    split(separator: "\n").first { $0.hasPrefix("event: ") }.map { String($0.dropFirst(7)) }
  }
}
